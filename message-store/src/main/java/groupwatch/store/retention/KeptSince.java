package groupwatch.store.retention;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first moment of each chat that is kept, today; {@link #ALWAYS} where everything is.
 *
 * @param suite of groups without a limit of their own, and of all that is no group
 * @param groups of groups (JIDs) that have one
 */
public record KeptSince(Instant suite, Map<String, Instant> groups) {

    /** Before any message. */
    public static final Instant ALWAYS = Instant.MIN;

    public KeptSince {
        groups = Map.copyOf(groups);
    }

    /** @param chat JID; absent where an event does not tell its chat, which then counts as a direct one */
    public Instant of(@Nullable String chat) {
        return chat == null ? suite : groups.getOrDefault(chat, suite);
    }

    public boolean keeps(@Nullable String chat, Instant at) {
        return !at.isBefore(of(chat));
    }

    /** Whether nothing has a limit, as is usual. */
    public boolean keepsAll() {
        return latest().equals(ALWAYS);
    }

    /** Whatever is older than this is past every limit. */
    Instant earliest() {
        return limits().min(Instant::compareTo).orElse(suite);
    }

    /** Nothing from then on is past any limit. */
    Instant latest() {
        return limits().max(Instant::compareTo).orElse(suite);
    }

    private Stream<Instant> limits() {
        return Stream.concat(Stream.of(suite), groups.values().stream());
    }
}
