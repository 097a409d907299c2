package groupwatch.events.observed;

import org.jspecify.annotations.Nullable;

/** A label of the account. */
public record LabelSeen(
        String id, @Nullable String name, @Nullable String color, boolean deleted) implements Observation {}
