package groupwatch.summary.write.split;

import groupwatch.summary.write.prompt.Numbered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a day into parts of about the same size. A thread stays in one part unless it is long by itself; between threads the cut is made at the
 * longest silence that is near enough.
 */
public final class SplitDay {

    /** A thread may be this part of a part before it is cut itself. */
    private static final int THREAD_SHARE = 4;

    /** From this share of its size on, a part may end. */
    private static final double FULL_ENOUGH = 0.85;

    private final Numbered messages;
    private final int[] tokens;
    private final int most;

    /**
     * @param tokens of each message, by number
     * @param most tokens of a part; no message has more
     */
    public SplitDay(Numbered messages, int[] tokens, int most) {
        this.messages = messages;
        this.tokens = tokens;
        this.most = most;
    }

    /** The numbers of each part, ascending. Every message is in exactly one. */
    public List<List<Integer>> parts() {
        long left = 0;
        for (int number = 1; number <= messages.size(); number++) {
            left += tokens[number];
        }
        if (left <= most) {
            return List.of(numbers(1, messages.size()));
        }
        List<List<Integer>> threads = Threads.of(messages, tokens, most / THREAD_SHARE);
        List<List<Integer>> parts = new ArrayList<>();
        int from = 0;
        while (from < threads.size()) {
            int until = end(threads, from, left);
            List<Integer> part = threads.subList(from, until).stream()
                    .flatMap(List::stream)
                    .sorted()
                    .toList();
            left -= sum(part);
            parts.add(part);
            from = until;
        }
        return parts;
    }

    /** Where the part that begins with a thread ends: of all ends at which it is full enough and not too full, the one before the longest silence, the last of several as long. */
    private int end(List<List<Integer>> threads, int from, long left) {
        long parts = (left + most - 1) / most;
        double fullEnough = (double) left / parts * FULL_ENOUGH;
        long size = 0;
        int last = from;
        int best = threads.size();
        Duration longest = Duration.ofSeconds(Long.MIN_VALUE);
        Instant said = Instant.MIN;
        while (last < threads.size() && size + sum(threads.get(last)) <= most) {
            size += sum(threads.get(last));
            Instant end = messages.line(threads.get(last).getLast()).at();
            said = end.isAfter(said) ? end : said;
            last++;
            if (size >= fullEnough && last < threads.size()) {
                Duration silence = Duration.between(
                        said, messages.line(threads.get(last).getFirst()).at());
                if (silence.compareTo(longest) >= 0) {
                    longest = silence;
                    best = last;
                }
            }
        }
        return last == threads.size() ? last : Math.max(from + 1, Math.min(best, last));
    }

    private long sum(List<Integer> numbers) {
        return numbers.stream().mapToLong(number -> tokens[number]).sum();
    }

    private static List<Integer> numbers(int from, int to) {
        List<Integer> numbers = new ArrayList<>(to - from + 1);
        for (int number = from; number <= to; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
