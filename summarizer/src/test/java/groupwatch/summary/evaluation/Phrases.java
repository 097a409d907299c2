package groupwatch.summary.evaluation;

import java.util.List;

/** Whether phrases stand in words. */
final class Phrases {

    private Phrases() {}

    static boolean holds(List<List<String>> groups, List<String> words) {
        return groups.stream().allMatch(group -> group.stream().anyMatch(phrase -> Keywords.contain(words, phrase)));
    }
}
