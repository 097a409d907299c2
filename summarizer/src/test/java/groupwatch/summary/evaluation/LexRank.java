package groupwatch.summary.evaluation;

import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Continuous LexRank (Erkan and Radev 2004) over the messages of a day: cosines of their words by rarity, damped power iteration. For evaluation days
 * only: it compares each with each.
 */
final class LexRank {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 50;

    private LexRank() {}

    /** The most central first. */
    static List<Line> ranked(Transcript transcript) {
        var lines = transcript.lines();
        var ranks = ranks(similarities(lines.stream()
                .map(line -> (Set<String>) new HashSet<>(Keywords.of(line.text())))
                .toList()));
        return IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer index) -> -ranks[index]))
                .map(lines::get)
                .toList();
    }

    private static double[][] similarities(List<Set<String>> messages) {
        var frequency = new HashMap<String, Integer>();
        messages.forEach(words -> words.forEach(word -> frequency.merge(word, 1, Integer::sum)));
        var norms = messages.stream()
                .mapToDouble(words -> Math.sqrt(weight(words, frequency, messages.size())))
                .toArray();
        var similar = new double[messages.size()][messages.size()];
        for (var one = 0; one < messages.size(); one++) {
            for (var other = 0; other < messages.size(); other++) {
                var shared = new ArrayList<>(messages.get(one));
                shared.retainAll(messages.get(other));
                var norm = norms[one] * norms[other];
                similar[one][other] = norm == 0 ? 0 : weight(shared, frequency, messages.size()) / norm;
            }
        }
        return similar;
    }

    private static double weight(Iterable<String> words, Map<String, Integer> frequency, int messages) {
        var sum = 0.0;
        for (var word : words) {
            sum += Math.pow(Math.log1p((double) messages / frequency.getOrDefault(word, 1)), 2);
        }
        return sum;
    }

    private static double[] ranks(double[][] similar) {
        var size = similar.length;
        var ranks = new double[size];
        Arrays.fill(ranks, 1.0 / size);
        for (var round = 0; round < ROUNDS; round++) {
            var next = new double[size];
            Arrays.fill(next, (1 - DAMPING) / size);
            for (var from = 0; from < size; from++) {
                var sum = Arrays.stream(similar[from]).sum();
                for (var to = 0; to < size && sum > 0; to++) {
                    next[to] += DAMPING * ranks[from] * similar[from][to] / sum;
                }
            }
            ranks = next;
        }
        return ranks;
    }
}
