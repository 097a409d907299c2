package groupwatch.events.observed;

import org.jspecify.annotations.Nullable;

/**
 * A portion of the past, told after pairing.
 *
 * @param messages how many came along
 * @param progress in percent
 */
public record HistoryChunk(
        int messages, @Nullable Integer progress, @Nullable Boolean latest) implements Observation {}
