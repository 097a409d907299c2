package groupwatch.summary.ask.find;

import groupwatch.summary.ask.words.Words;
import groupwatch.summary.ask.words.Words.Word;
import groupwatch.summary.store.StoredGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The groups that a question names. A name of one word can be any word: it counts only beside one that says that a group is meant.
 *
 * @param words of the question that name them, folded
 */
record GroupNames(List<StoredGroup> groups, Set<String> words) {

    private static final Set<String> MARKERS = Set.of(
            "group", "groups", "chat", "in", "grupo", "grupos", "no", "na", "do", "da", "gruppo", "gruppi", "nel",
            "nella", "del", "en", "gruppe", "gruppen", "im", "der");

    private static final int NEAR = 2;

    static GroupNames in(String question, List<StoredGroup> all) {
        List<String> asked = folded(question);
        List<StoredGroup> groups = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (StoredGroup group : all) {
            List<String> name = folded(Objects.requireNonNullElse(group.name(), ""));
            if (isNamed(name, asked)) {
                groups.add(group);
                words.addAll(name);
            }
        }
        return new GroupNames(List.copyOf(groups), Set.copyOf(words));
    }

    private static boolean isNamed(List<String> name, List<String> asked) {
        int at = name.isEmpty() ? -1 : Collections.indexOfSubList(asked, name);
        if (at < 0 || name.size() > 1) {
            return at >= 0;
        }
        List<String> beside = asked.subList(Math.max(0, at - NEAR), Math.min(asked.size(), at + NEAR));
        return beside.stream().anyMatch(MARKERS::contains);
    }

    private static List<String> folded(String text) {
        return Words.of(text).stream().map(Word::folded).toList();
    }
}
