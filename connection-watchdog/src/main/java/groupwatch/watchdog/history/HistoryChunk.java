package groupwatch.watchdog.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One webhook {@code messages.set}.
 *
 * @param id of the webhook
 * @param at when the gateway took it
 * @param messages absent: not counted
 * @param progress in percent; absent: WhatsApp does not say
 */
record HistoryChunk(
        String account,
        String id,
        Instant at,
        @Nullable Integer messages,
        @Nullable Integer progress) {}
