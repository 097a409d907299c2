package groupwatch.store.receive;

import groupwatch.kit.kafka.OutgoingRecord;
import java.util.function.Predicate;

/** Ends a portion of records when they are many or large; for one subscription. */
final class PortionIsFull implements Predicate<OutgoingRecord> {

    private static final int RECORDS = 500;
    private static final int BYTES = 4 * 1024 * 1024;

    private int records;
    private long bytes;

    @Override
    public boolean test(OutgoingRecord record) {
        records++;
        bytes += record.size();
        boolean full = records >= RECORDS || bytes >= BYTES;
        if (full) {
            records = 0;
            bytes = 0;
        }
        return full;
    }
}
