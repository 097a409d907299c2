package groupwatch.summary.write.check;

import groupwatch.summary.write.prompt.Fence;
import groupwatch.summary.write.prompt.Instructions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Recognises our own words: a model that repeats them was talked into it, and says nothing of the group. */
final class Leaks {

    private static final int WORDS_IN_A_ROW = 8;
    private static final Set<String> OURS = rows(Words.of(Instructions.all()));

    private Leaks() {}

    static boolean in(String text, Fence fence) {
        List<String> words = Words.of(text);
        return String.join("", words).contains(fence.word())
                || rows(words).stream().anyMatch(OURS::contains);
    }

    private static Set<String> rows(List<String> words) {
        Set<String> rows = new HashSet<>();
        for (int at = 0; at + WORDS_IN_A_ROW <= words.size(); at++) {
            rows.add(String.join(" ", words.subList(at, at + WORDS_IN_A_ROW)));
        }
        return rows;
    }
}
