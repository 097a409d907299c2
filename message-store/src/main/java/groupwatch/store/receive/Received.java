package groupwatch.store.receive;

import groupwatch.events.observed.Observed;
import groupwatch.kit.kafka.IncomingRecord;

/**
 * One record and what it told.
 *
 * @param body the record's value with what PostgreSQL cannot store (NUL, unpaired surrogates) as U+FFFD; same length
 */
public record Received(IncomingRecord record, byte[] body, Observed observed) {

    /** The number of its first item: of a portion of a large webhook, where in the whole it begins. */
    public int firstItem() {
        return WholeBodies.firstItem(record);
    }
}
