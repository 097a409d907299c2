package groupwatch.watchdog.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The past that came when an account was linked.
 *
 * @param uncounted chunks that were too large to be counted; their messages are not among {@code messages}
 * @param progress the highest that WhatsApp said
 */
record Flood(
        long chunks,
        long messages,
        long uncounted,
        @Nullable Integer progress,
        @Nullable Instant startedAt,
        @Nullable Instant lastAt) {

    /** After the last percent, chunks that were sent before it may still come, and a longer past may begin. */
    private static final Duration AFTER_THE_LAST = Duration.ofMinutes(1);

    /** It may stop early, and nothing says so. */
    private static final Duration GIVES_NO_MORE = Duration.ofMinutes(10);

    /** How it ended, as a sentence; absent when it has not begun or goes on. */
    @Nullable
    String ended(Instant now) {
        if (lastAt == null) {
            return null;
        }
        Duration quiet = Duration.between(lastAt, now);
        if (progress != null && progress >= 100 && quiet.compareTo(AFTER_THE_LAST) >= 0) {
            return "WhatsApp says that this is all.";
        }
        return quiet.compareTo(GIVES_NO_MORE) >= 0 ? "WhatsApp gave no more." : null;
    }
}
