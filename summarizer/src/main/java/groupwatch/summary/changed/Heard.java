package groupwatch.summary.changed;

import groupwatch.events.EventCodec;
import groupwatch.events.PublishedEvent;
import groupwatch.events.UnreadableEventException;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageEdited;
import groupwatch.events.message.MessageRevoked;
import groupwatch.events.message.MessageStored;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.RejectedRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a batch says.
 *
 * @param moments of messages that came or changed
 * @param changed of messages that were edited or revoked, which other days may answer
 */
record Heard(
        Set<Moment> moments, Set<ChangedMessage> changed, int concerning, int ignored, List<RejectedRecord> rejected) {

    /** A message by its group and id. */
    record ChangedMessage(String group, String id) {}

    static Heard of(List<IncomingRecord> records) {
        Set<Moment> moments = new LinkedHashSet<>();
        Set<ChangedMessage> changed = new LinkedHashSet<>();
        List<RejectedRecord> rejected = new ArrayList<>();
        int ignored = 0;
        for (IncomingRecord record : records) {
            try {
                PublishedEvent event = EventCodec.read(record.value());
                // reactions, votes, receipts and calls change no summary
                boolean concerns = switch (event) {
                    case MessageStored stored -> add(moments, stored.message());
                    case MessageEdited edited -> add(changed, moments, edited.message());
                    case MessageRevoked revoked -> add(changed, moments, revoked.message());
                    default -> false;
                };
                ignored += concerns ? 0 : 1;
            } catch (UnreadableEventException error) {
                rejected.add(new RejectedRecord(
                        record, "no event of this version", error.getClass().getName()));
            }
        }
        return new Heard(moments, changed, records.size() - ignored - rejected.size(), ignored, rejected);
    }

    private static boolean add(Set<ChangedMessage> changed, Set<Moment> moments, Message message) {
        if (message.group()) {
            changed.add(new ChangedMessage(message.chat(), message.id()));
        }
        return add(moments, message) || message.group();
    }

    private static boolean add(Set<Moment> moments, Message message) {
        if (!message.group() || message.sentAt() == null) {
            return false;
        }
        moments.add(new Moment(message.chat(), message.sentAt()));
        return true;
    }

    List<String> changedGroups() {
        return changed.stream().map(ChangedMessage::group).distinct().toList();
    }

    List<String> changedIds() {
        return changed.stream().map(ChangedMessage::id).distinct().toList();
    }

    BatchResult result() {
        return new BatchResult(concerning, 0, ignored, rejected);
    }
}
