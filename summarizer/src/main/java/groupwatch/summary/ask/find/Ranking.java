package groupwatch.summary.ask.find;

import groupwatch.summary.ask.words.Words;
import groupwatch.summary.ask.words.Words.Word;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How well a message fits a question. */
final class Ranking {

    private static final int SHORTEST_STEM = 4;
    private static final double OF_A_PERSON_NAMED = 1;

    private Ranking() {}

    /** Of one that the search found: from 1 to 4, the more of the words it has, and said by somebody who is named. */
    static double hit(Source source, Looking looking) {
        List<String> wanted = looking.words().stream().map(Word::folded).toList();
        Set<String> said = folded(source.line().text());
        long there = wanted.stream().filter(word -> isThere(word, said)).count();
        double share = wanted.isEmpty() ? 1 : (double) there / wanted.size();
        boolean named = folded(source.line().speaker()).stream()
                .anyMatch(looking.people().words()::contains);
        return 1 + 2 * share + (named ? OF_A_PERSON_NAMED : 0);
    }

    /** Of one that was said so much before or after a hit: half of the hit's, less the further away it is. */
    static double beside(Source hit, Duration apart) {
        double minutes = Math.abs(apart.toSeconds()) / 60.0;
        return hit.score() / (2 + minutes / 5);
    }

    /** What somebody answered who was found. */
    static double answered(Source hit) {
        return hit.score() * 0.75;
    }

    private static boolean isThere(String word, Set<String> said) {
        return said.contains(word) || said.stream().anyMatch(other -> sameStem(word, other));
    }

    private static boolean sameStem(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int stem = Math.max(SHORTEST_STEM, shorter - 2);
        return shorter >= SHORTEST_STEM && one.regionMatches(0, other, 0, stem);
    }

    private static Set<String> folded(String text) {
        return Words.of(text).stream().map(Word::folded).collect(Collectors.toSet());
    }
}
