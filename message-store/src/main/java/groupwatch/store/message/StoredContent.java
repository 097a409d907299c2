package groupwatch.store.message;

import groupwatch.events.message.Media;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.store.receive.StorableText;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A content as one payload had it. Of several the best is kept: real content before a placeholder, then what came live
 * before what came later, then the one that says more, then the greater hash, so that the order of arrival never
 * matters.
 *
 * @param json the content without its text
 * @param rank what the order above begins with, as one number
 * @param hash of everything; empty when it was wiped
 */
record StoredContent(MessageType type, @Nullable String text, String json, long rank, String hash) {

    static final Comparator<StoredContent> ORDER =
            Comparator.comparingLong(StoredContent::rank).thenComparing(StoredContent::hash);

    private static final int TYPE_SHIFT = 40;
    private static final int ORIGIN_SHIFT = 32;
    private static final long ORIGINS = (1L << TYPE_SHIFT - ORIGIN_SHIFT) - 1;

    static StoredContent of(MessageContent content, Origin origin) {
        String text = StorableText.orNull(content.text());
        String json = ContentJson.write(content.withText(null));
        String compared = compared(content, json);
        int length = compared.length() + (text == null ? 0 : text.length());
        long rank = typeRank(content.type()) << TYPE_SHIFT
                | (long) (Origin.values().length - origin.ordinal()) << ORIGIN_SHIFT
                | length;
        return new StoredContent(content.type(), text, json, rank, Digest.of(compared + "\n" + text));
    }

    /** A webhook that comes again has its bytes under another claim: that it has some says more than none, which ones says nothing. */
    private static String compared(MessageContent content, String json) {
        Media media = content.media();
        return media == null || media.claim() == null
                ? json
                : ContentJson.write(content.withText(null).withMedia(media.withClaim("claim")));
    }

    /** Whether it came while it happened. */
    boolean isLive() {
        return (rank >> ORIGIN_SHIFT & ORIGINS) == Origin.values().length - Origin.WEBHOOK.ordinal();
    }

    /** What is left when a revoked message is wiped: that there was one of this type. */
    StoredContent wiped() {
        return new StoredContent(type, null, ContentJson.write(MessageContent.of(type, null)), rank, "");
    }

    /** By rank and hash, for the database writes the same JSON in its own way. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredContent content && ORDER.compare(this, content) == 0;
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    MessageContent content() {
        return ContentJson.read(json).withText(text);
    }

    /** Each type has a rank of its own, so that of two different ones the same is always kept. */
    private static long typeRank(MessageType type) {
        return switch (type) {
            case UNKNOWN -> 0;
            case EDIT_UNDECRYPTABLE -> 1;
            case SYSTEM -> 2;
            default -> 3 + type.ordinal();
        };
    }
}
