package groupwatch.store.media;

import groupwatch.events.EventCodec;
import groupwatch.events.UnreadableEventException;
import groupwatch.events.media.MediaEvent;
import groupwatch.events.media.MessageRef;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.RejectedRecord;
import groupwatch.store.receive.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the records of a batch tell, and those that nobody can read. An event of another kind, of a newer version, is passed by. */
record Telling(Map<IncomingRecord, MediaEvent> events, List<RejectedRecord> rejected, int records) {

    static Telling of(List<IncomingRecord> records) {
        Map<IncomingRecord, MediaEvent> events = new LinkedHashMap<>();
        List<RejectedRecord> rejected = new ArrayList<>();
        for (IncomingRecord record : records) {
            try {
                if (EventCodec.read(record.value()) instanceof MediaEvent event) {
                    add(record, event, events, rejected);
                }
            } catch (UnreadableEventException e) {
                rejected.add(new RejectedRecord(record, "no media event of this version"));
            }
        }
        return new Telling(events, rejected, records.size());
    }

    private static void add(
            IncomingRecord record,
            MediaEvent event,
            Map<IncomingRecord, MediaEvent> events,
            List<RejectedRecord> rejected) {
        MessageRef message = event.message();
        if (message.id().isEmpty() || !Limits.fits(message.id()) || !Limits.fits(message.scope())) {
            rejected.add(new RejectedRecord(record, "names its message by nothing that can be a key"));
        } else {
            events.put(record, event);
        }
    }

    BatchResult result(int stored) {
        return new BatchResult(stored, 0, records - stored - rejected.size(), rejected);
    }
}
