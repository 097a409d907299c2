package groupwatch.events.observed;

import org.jspecify.annotations.Nullable;

/** Nobody scanned any of the codes; the gateway gave up. */
public record QrLimitReached(@Nullable String message) implements Observation {}
