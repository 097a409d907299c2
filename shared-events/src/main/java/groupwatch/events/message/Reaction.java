package groupwatch.events.message;

import groupwatch.events.identity.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody's newest reaction to a message. */
public record Reaction(
        Person sender, String emoji, @Nullable Instant at) {}
