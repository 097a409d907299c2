package groupwatch.events.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import groupwatch.events.identity.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as topics and the API show it. Absent means unknown.
 *
 * @param revision grows with every change of this group; keep the highest
 * @param announceOnly whether only admins may write
 * @param locked whether only admins may change the group's name, picture and description
 * @param ephemeralSeconds after which its messages disappear; 0 = never
 * @param community whether it is the frame of a community
 * @param linkedParent JID of the community it belongs to
 * @param size participants, as WhatsApp counts them
 * @param monitored whether its messages are kept
 * @param instances the linked accounts that are in it, sorted
 */
public record Group(
        String jid,
        long revision,
        @Nullable String name,
        @Nullable String description,
        @Nullable Person owner,
        @Nullable Instant createdAt,
        @Nullable Boolean announceOnly,
        @Nullable Boolean locked,
        @Nullable Integer ephemeralSeconds,
        @Nullable Boolean community,
        @Nullable String linkedParent,
        @Nullable Integer size,
        List<Participant> participants,
        boolean monitored,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> instances) {

    public Group {
        participants = participants == null ? List.of() : List.copyOf(participants);
        instances = instances == null ? List.of() : List.copyOf(instances);
    }
}
