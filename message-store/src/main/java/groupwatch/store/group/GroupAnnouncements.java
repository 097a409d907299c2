package groupwatch.store.group;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.group.Group;
import groupwatch.events.group.GroupState;
import groupwatch.kit.kafka.OutgoingRecord;
import java.time.Instant;
import java.util.Set;

/** What is said on {@code groupwatch.groups.v1}: keyed by the group, so that the topic can be compacted to its states. */
final class GroupAnnouncements {

    private static final String SOURCE = "/message-store";
    private static final int SCHEMA_VERSION = 1;

    private GroupAnnouncements() {}

    /** @param cause what changed the group, the same when it is told again: a record's position, a setting's revision */
    static OutgoingRecord of(Group group, Set<String> changed, String cause, Instant at) {
        String id = EventId.of("GroupState", group.jid(), cause);
        GroupState state = new GroupState(id, at, SCHEMA_VERSION, group, changed);
        return new OutgoingRecord(
                Topics.GROUPS, group.jid(), EventCodec.write(state), CloudEvents.headers(state, SOURCE, group.jid()));
    }
}
