package groupwatch.events.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import groupwatch.events.identity.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as topics and the API show it: the folded state of everything seen of it so far. Absent means unknown.
 *
 * @param id WhatsApp's message id, unique within a chat
 * @param chat JID of the group, or of the other side as seen
 * @param group whether the chat is a group
 * @param instances the linked accounts that saw it, sorted
 * @param revision grows with every change of this message; keep the highest
 * @param fromMe whether one of the linked accounts sent it
 * @param text what a reader should read; never HTML; hostile like any other input
 * @param sentAt by the sender's clock, to the second; the earliest seen
 * @param mentions JIDs as seen
 * @param reactions the newest of each person
 * @param edits oldest first
 * @param receipts the furthest of each person
 * @param poll with the newest vote of each person
 */
public record Message(
        String id,
        String chat,
        boolean group,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> instances,
        long revision,
        @Nullable Person sender,
        boolean fromMe,
        MessageType type,
        @Nullable String text,
        @Nullable Instant sentAt,
        @Nullable Instant editedAt,
        @Nullable Instant revokedAt,
        @Nullable Person revokedBy,
        @Nullable Reply replyTo,
        List<String> mentions,
        @Nullable Media media,
        List<Reaction> reactions,
        List<Edit> edits,
        List<Receipt> receipts,
        @Nullable Poll poll,
        @Nullable Target target,
        @Nullable Location location,
        List<ContactCard> contacts,
        @Nullable Choice choice,
        @Nullable GroupInvite invite,
        @Nullable CalendarEvent event,
        @Nullable CallInfo call,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean forwarded,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean viewOnce,
        @Nullable Integer ephemeralSeconds,
        @Nullable Origin origin) {

    public Message {
        instances = instances == null ? List.of() : List.copyOf(instances);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        reactions = reactions == null ? List.of() : List.copyOf(reactions);
        edits = edits == null ? List.of() : List.copyOf(edits);
        receipts = receipts == null ? List.of() : List.copyOf(receipts);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /** As everybody may see it: where the bytes of its file wait is for the suite alone. */
    public Message withoutClaim() {
        if (media == null || media.claim() == null) {
            return this;
        }
        return new Message(
                id,
                chat,
                group,
                instances,
                revision,
                sender,
                fromMe,
                type,
                text,
                sentAt,
                editedAt,
                revokedAt,
                revokedBy,
                replyTo,
                mentions,
                media.withClaim(null),
                reactions,
                edits,
                receipts,
                poll,
                target,
                location,
                contacts,
                choice,
                invite,
                event,
                call,
                forwarded,
                viewOnce,
                ephemeralSeconds,
                origin);
    }
}
