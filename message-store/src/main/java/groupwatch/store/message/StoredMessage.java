package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A message as its row has it: what all payloads together say of it. {@link #merge} is commutative, associative and
 * idempotent (but for the source, which follows the content).
 *
 * @param sentAt the earliest seen; the epoch when no payload told it
 * @param chat the phone JID where payloads name the chat differently
 * @param senderName as the sender called themselves in this message; empty when not told
 * @param source of the content
 */
record StoredMessage(
        MessageKey key,
        Instant sentAt,
        String chat,
        boolean group,
        Identities sender,
        String senderName,
        boolean fromMe,
        StoredContent content,
        Source source) {

    private static final Comparator<String> PHONE_FIRST =
            Comparator.comparing((String jid) -> jid.endsWith("@lid")).thenComparing(Comparator.naturalOrder());

    StoredMessage merge(StoredMessage other) {
        boolean better = StoredContent.ORDER.compare(other.content, content) > 0;
        return new StoredMessage(
                key,
                earliest(sentAt, other.sentAt),
                PHONE_FIRST.compare(chat, other.chat) <= 0 ? chat : other.chat,
                group,
                new Identities(
                        greatest(sender.phone(), other.sender.phone()), greatest(sender.lid(), other.sender.lid())),
                senderName.compareTo(other.senderName) >= 0 ? senderName : other.senderName,
                fromMe || other.fromMe,
                better ? other.content : content,
                better ? other.source : source);
    }

    /** With the content of a revoked message taken out. */
    StoredMessage wiped() {
        return new StoredMessage(key, sentAt, chat, group, sender, senderName, fromMe, content.wiped(), source);
    }

    StoredMessage sentBy(Identities account) {
        return new StoredMessage(key, sentAt, chat, group, account, senderName, fromMe, content, source);
    }

    private static Instant earliest(Instant one, Instant other) {
        if (one.equals(Instant.EPOCH) || other.equals(Instant.EPOCH)) {
            return one.equals(Instant.EPOCH) ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable Jid greatest(@Nullable Jid one, @Nullable Jid other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.value().compareTo(other.value()) >= 0 ? one : other;
    }
}
