package groupwatch.events.observed;

import org.jspecify.annotations.Nullable;

/** The gateway reports an error of its own. */
public record ErrorReported(
        @Nullable String error,
        @Nullable Integer status,
        @Nullable String message) implements Observation {}
