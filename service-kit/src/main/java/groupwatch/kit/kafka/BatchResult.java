package groupwatch.kit.kafka;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a batch; the four numbers add up to its size.
 *
 * @param stored records that changed something
 * @param duplicate records that said what was known already
 * @param ignored records that are none of this consumer's business
 * @param rejected records for the dead-letter topic
 */
public record BatchResult(int stored, int duplicate, int ignored, List<RejectedRecord> rejected) {

    public static final BatchResult NOTHING = new BatchResult(0, 0, 0, List.of());

    public BatchResult {
        rejected = List.copyOf(rejected);
    }

    public static BatchResult stored(int count) {
        return new BatchResult(count, 0, 0, List.of());
    }

    public static BatchResult rejected(IncomingRecord record, String reason) {
        return new BatchResult(0, 0, 0, List.of(new RejectedRecord(record, reason)));
    }

    /** Records accounted for. */
    public int total() {
        return stored + duplicate + ignored + rejected.size();
    }

    /** Both results as one. */
    public BatchResult plus(BatchResult other) {
        List<RejectedRecord> all = new ArrayList<>(rejected);
        all.addAll(other.rejected);
        return new BatchResult(stored + other.stored, duplicate + other.duplicate, ignored + other.ignored, all);
    }
}
