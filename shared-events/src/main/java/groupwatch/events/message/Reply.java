package groupwatch.events.message;

import groupwatch.events.identity.Person;
import org.jspecify.annotations.Nullable;

/**
 * The message that a message answers.
 *
 * @param sender of the quoted message, as far as the quote tells
 * @param text what the quote shows; may differ from what was really said
 */
public record Reply(
        String id, @Nullable Person sender, @Nullable String text) {}
