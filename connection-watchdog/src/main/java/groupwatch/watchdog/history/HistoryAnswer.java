package groupwatch.watchdog.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the past of an account is. Messages are those that WhatsApp gave, before any was left out. */
record HistoryAnswer(
        long messages,
        long chunks,
        long uncountedChunks,
        @Nullable Integer progress,
        boolean complete,
        @Nullable String ended,
        @Nullable Instant startedAt,
        @Nullable Instant lastAt) {

    static HistoryAnswer of(Flood flood, Instant now) {
        String ended = flood.ended(now);
        return new HistoryAnswer(
                flood.messages(),
                flood.chunks(),
                flood.uncounted(),
                flood.progress(),
                ended != null,
                ended,
                flood.startedAt(),
                flood.lastAt());
    }
}
