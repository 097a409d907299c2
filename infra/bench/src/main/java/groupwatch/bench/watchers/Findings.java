package groupwatch.bench.watchers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the log of calls says.
 *
 * @param overlaps of two watchers
 * @param ownOverlaps of one watcher with itself
 * @param gaps between two calls for an account, the longest first
 */
record Findings(List<Overlap> overlaps, List<Overlap> ownOverlaps, List<Gap> gaps) {

    /** The log notes a call's end after its answer has left; whoever got it may have made the next call by then, on a busy machine. */
    private static final double NOTED_LATER = 1;

    /** A call that began while another for the account was open. */
    record Overlap(Call open, Call begun) {

        double seconds() {
            return (open.ended() - begun.begun()) / 1e6;
        }

        /** Of calls that one watcher made one after the other. */
        boolean isOnlyNotedLater() {
            return open.watcher().equals(begun.watcher()) && open.isAnswered() && seconds() < NOTED_LATER;
        }

        @Override
        public String toString() {
            return "%s: %s %s was open until %.3f s after %s began %s"
                    .formatted(open.account(), open.watcher(), open.path(), seconds(), begun.watcher(), begun.path());
        }
    }

    /**
     * A time without a call for an account.
     *
     * @param from microseconds since 1970
     */
    record Gap(String account, long from, double seconds, String before, String after) {

        @Override
        public String toString() {
            return "%s, %s to %s".formatted(account, before, after);
        }
    }

    /**
     * @param from gaps are counted from then on, in microseconds since 1970
     * @param to until then
     */
    static Findings of(List<Call> calls, long from, long to) {
        var overlaps = new ArrayList<Overlap>();
        var ownOverlaps = new ArrayList<Overlap>();
        var gaps = new ArrayList<Gap>();
        Map<String, List<Call>> byAccount = calls.stream()
                .sorted(Comparator.comparingLong(Call::begun))
                .collect(Collectors.groupingBy(Call::account));
        byAccount.values().forEach(ofAccount -> {
            var open = ofAccount.getFirst();
            for (var call : ofAccount.subList(1, ofAccount.size())) {
                var overlap = new Overlap(open, call);
                if (overlap.seconds() > 0 && !overlap.isOnlyNotedLater()) {
                    (call.watcher().equals(open.watcher()) ? ownOverlaps : overlaps).add(overlap);
                }
                addGap(gaps, open, call.begun(), call.watcher(), from, to);
                open = call.ended() > open.ended() ? call : open;
            }
            addGap(gaps, open, to, "the end", from, to);
        });
        gaps.sort(Comparator.comparingDouble(Gap::seconds).reversed());
        return new Findings(overlaps, ownOverlaps, gaps);
    }

    private static void addGap(List<Gap> gaps, Call before, long next, String after, long from, long to) {
        var begin = Math.max(before.ended(), from);
        var end = Math.min(next, to);
        if (end > begin) {
            gaps.add(new Gap(before.account(), begin, (end - begin) / 1e6, before.watcher(), after));
        }
    }

    /** Of the gaps between looks: those between the calls of one look are shorter than this. */
    double percentile(double share, double longerThan) {
        var longer = gaps.stream().filter(gap -> gap.seconds() > longerThan).toList();
        return longer.isEmpty()
                ? 0
                : longer.get((int) Math.floor((1 - share) * (longer.size() - 1)))
                        .seconds();
    }
}
