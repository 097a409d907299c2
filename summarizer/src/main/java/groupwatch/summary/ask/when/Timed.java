package groupwatch.summary.ask.when;

import org.jspecify.annotations.Nullable;

/**
 * A question whose time words are understood.
 *
 * @param period absent where it says none
 * @param rest of the question, without the words that say the period
 */
public record Timed(@Nullable Period period, String rest) {}
