package groupwatch.kit.kafka;

import java.util.List;

/** What one poll brought, and the way to say that it is done: its offsets are committed soon after. */
record ReceivedBatch(List<IncomingRecord> records, Runnable acknowledgement) {

    void acknowledge() {
        acknowledgement.run();
    }
}
