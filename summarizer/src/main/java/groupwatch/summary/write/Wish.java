package groupwatch.summary.write;

import java.util.Locale;

/**
 * How somebody wants to read it.
 *
 * @param language of what is said about the messages
 */
public record Wish(Locale language, Length length) {}
