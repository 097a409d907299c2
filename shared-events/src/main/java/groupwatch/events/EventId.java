package groupwatch.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event ids made from what the event is about: the same happening has the same id however often and by whomever it
 * is told, so a consumer recognises a repetition. Text form of a UUID version 8 (RFC 9562), from SHA-256.
 */
public final class EventId {

    private EventId() {}

    /** @param naturalKey what makes the happening one of its kind; told apart by their text form, absent parts too */
    public static String of(String kind, @Nullable Object... naturalKey) {
        MessageDigest digest = sha256();
        add(digest, kind);
        for (Object part : naturalKey) {
            add(digest, part);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** The length comes first, so that ("ab", "c") and ("a", "bc") differ; absent is -1, empty 0. */
    private static void add(MessageDigest digest, @Nullable Object part) {
        byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(4).putInt(part == null ? -1 : bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
