package groupwatch.summary.ask.find;

import groupwatch.summary.ask.words.Tongue;
import groupwatch.summary.ask.words.Words;
import groupwatch.summary.ask.words.Words.Word;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The people whom a question names.
 *
 * @param names as the search understands them after {@code from:}
 * @param words of the question that name them, folded
 */
record People(List<String> names, Set<String> words) {

    private static final int MOST = 4;
    private static final int SHORTEST = 3;

    /** @param known names of the people in the groups; empty where they are too many to know: then a capital tells */
    static People in(String question, Tongue tongue, Collection<String> known) {
        return known.isEmpty() ? capitals(question, tongue) : known(question, tongue, known);
    }

    private static People known(String question, Tongue tongue, Collection<String> known) {
        List<String> asked = Words.of(question).stream().map(Word::folded).toList();
        Set<String> telling = new HashSet<>(folded(Words.telling(question, tongue)));
        Set<String> names = new LinkedHashSet<>();
        Set<String> words = new HashSet<>();
        for (String name : known) {
            List<String> whole = folded(Words.of(name));
            List<String> said = said(whole, asked, telling);
            if (!said.isEmpty()) {
                names.add(String.join(" ", said));
                words.addAll(said);
            }
        }
        return new People(names.stream().limit(MOST).toList(), Set.copyOf(words));
    }

    /** The whole name, or the first. */
    private static List<String> said(List<String> name, List<String> asked, Set<String> telling) {
        if (name.size() > 1 && Collections.indexOfSubList(asked, name) >= 0) {
            return name;
        }
        return !name.isEmpty() && name.getFirst().length() >= SHORTEST && telling.contains(name.getFirst())
                ? name.subList(0, 1)
                : List.of();
    }

    private static People capitals(String question, Tongue tongue) {
        List<String> words = Words.telling(question, tongue).stream()
                .filter(word -> word.isCapital() && word.start() > 0)
                .map(Word::folded)
                .filter(word -> word.length() >= SHORTEST)
                .limit(MOST)
                .toList();
        return new People(words, Set.copyOf(words));
    }

    private static List<String> folded(List<Word> words) {
        return words.stream().map(Word::folded).toList();
    }
}
