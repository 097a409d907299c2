package groupwatch.store.message;

import java.util.Comparator;

/**
 * What names a message for good.
 *
 * @param scope the group's JID; for everything that is no group, the instance that saw it
 * @param id WhatsApp's message id
 */
public record MessageKey(String scope, String id) implements Comparable<MessageKey> {

    private static final Comparator<MessageKey> ORDER =
            Comparator.comparing(MessageKey::scope).thenComparing(MessageKey::id);

    @Override
    public int compareTo(MessageKey other) {
        return ORDER.compare(this, other);
    }
}
