package groupwatch.summary.write.split;

import groupwatch.summary.write.prompt.Numbered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which messages belong together: those that answer one another, directly or over others. A message that nobody answers is a thread by itself. */
final class Threads {

    private final Numbered messages;
    private final int[] parent;

    private Threads(Numbered messages) {
        this.messages = messages;
        this.parent = new int[messages.size() + 1];
        for (int number = 1; number < parent.length; number++) {
            parent[number] = number;
        }
    }

    /**
     * The threads, each one's numbers ascending, the threads by their first.
     *
     * @param tokens of each message, by number
     * @param most tokens of one; what is longer is cut where it paused the longest
     */
    static List<List<Integer>> of(Numbered messages, int[] tokens, int most) {
        Threads threads = new Threads(messages);
        threads.join();
        List<List<Integer>> pieces = new ArrayList<>();
        threads.joined().forEach(thread -> threads.cut(thread, tokens, most, pieces));
        pieces.sort((one, other) -> Integer.compare(one.getFirst(), other.getFirst()));
        return pieces;
    }

    private void join() {
        for (int number = 1; number < parent.length; number++) {
            Integer answered = messages.answered(number);
            if (answered != null) {
                parent[root(number)] = root(answered);
            }
        }
    }

    private int root(int number) {
        int at = number;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private Iterable<List<Integer>> joined() {
        Map<Integer, List<Integer>> threads = new LinkedHashMap<>();
        for (int number = 1; number < parent.length; number++) {
            threads.computeIfAbsent(root(number), root -> new ArrayList<>()).add(number);
        }
        return threads.values();
    }

    /** Not by recursion: a thread may be as long as the day. */
    private void cut(List<Integer> thread, int[] tokens, int most, List<List<Integer>> into) {
        List<List<Integer>> left = new ArrayList<>(List.of(thread));
        while (!left.isEmpty()) {
            List<Integer> piece = left.removeLast();
            if (piece.size() == 1 || sum(piece, tokens) <= most) {
                into.add(piece);
            } else {
                int at = longestPause(piece);
                left.add(piece.subList(0, at));
                left.add(piece.subList(at, piece.size()));
            }
        }
    }

    private static long sum(List<Integer> numbers, int[] tokens) {
        return numbers.stream().mapToLong(number -> tokens[number]).sum();
    }

    /** Of two as long, the one nearer to the middle; never so near to an end that pieces of one message come off one by one. */
    private int longestPause(List<Integer> piece) {
        int margin = piece.size() / 4;
        int best = piece.size() / 2;
        Duration longest = pause(piece, best);
        for (int at = Math.max(1, margin); at < piece.size() - margin; at++) {
            Duration pause = pause(piece, at);
            int nearer = Math.abs(best - piece.size() / 2) - Math.abs(at - piece.size() / 2);
            int longer = pause.compareTo(longest);
            if (longer > 0 || longer == 0 && nearer > 0) {
                best = at;
                longest = pause;
            }
        }
        return best;
    }

    private Duration pause(List<Integer> piece, int at) {
        return Duration.between(
                messages.line(piece.get(at - 1)).at(),
                messages.line(piece.get(at)).at());
    }
}
