package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Person;
import groupwatch.events.message.CallInfo;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.Origin;
import groupwatch.events.message.Reply;
import groupwatch.store.MessageStoreProperties.RevokedContent;
import groupwatch.store.message.Fact.Revoked;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is shown, from everything known of it. Pure: the same rows give the same message, in whichever order
 * they came and are read. Why it is folded when read: RATIONALE.md.
 */
final class MessageFold {

    private final RevokedContent revokedContent;

    MessageFold(RevokedContent revokedContent) {
        this.revokedContent = revokedContent;
    }

    Message fold(Known seen, Persons people) {
        Known known = isRevoked(seen) && revokedContent == RevokedContent.WIPE ? Wiped.of(seen) : seen;
        StoredMessage message = known.message();
        MessageContent content = message.content().content();
        Edits edits = Edits.of(message, known.edits());
        CallInfo call = Calls.of(known.calls(), content.call());
        return new Message(
                message.key().id(),
                message.chat(),
                message.group(),
                known.sightings().stream().map(Sighting::instance).sorted().toList(),
                known.revision(),
                people.personOrNull(sender(message)) == null
                        ? null
                        : people.person(sender(message), message.senderName()),
                message.fromMe(),
                content.type(),
                call == null ? edits.textAfter(content.text()) : call.status(),
                known(message.sentAt()),
                edits.lastAt(),
                revokedAt(known),
                revokedBy(known, people),
                reply(content.replyTo(), people),
                content.mentions(),
                MediaResult.shown(message, content, known.media()),
                Reactions.of(known.reactions(), people),
                edits.shown(),
                Receipts.of(known.receipts(), people),
                Votes.of(known.votes(), people).countedOn(content.poll(), people),
                content.target(),
                content.location(),
                content.contacts(),
                content.choice(),
                content.invite(),
                content.event(),
                call,
                content.forwarded(),
                content.viewOnce(),
                content.ephemeralSeconds(),
                origin(known));
    }

    /** In a direct chat, who did not send it from the account is the other side. */
    static Identities sender(StoredMessage message) {
        boolean otherSide = !message.sender().known() && !message.fromMe() && !message.group();
        return otherSide ? Persons.seen(message.chat()) : message.sender();
    }

    /** The epoch stands for a time that nobody told. */
    private static @Nullable Instant known(@Nullable Instant time) {
        return Instant.EPOCH.equals(time) ? null : time;
    }

    static boolean isRevoked(Known known) {
        return !known.revokes().isEmpty();
    }

    private static @Nullable Instant revokedAt(Known known) {
        return known.revokes().stream()
                .map(Revoked::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Person revokedBy(Known known, Persons people) {
        return known.revokes().stream()
                .map(Revoked::by)
                .filter(Identities::known)
                .min(Comparator.comparing(people::key))
                .map(by -> people.person(by, null))
                .orElse(null);
    }

    private static @Nullable Reply reply(@Nullable Reply reply, Persons people) {
        Person quoted = reply == null ? null : reply.sender();
        return reply == null || quoted == null
                ? reply
                : new Reply(reply.id(), people.person(Persons.seen(quoted), quoted.name()), reply.text());
    }

    private static @Nullable Origin origin(Known known) {
        return known.sightings().stream()
                .map(Sighting::origin)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
