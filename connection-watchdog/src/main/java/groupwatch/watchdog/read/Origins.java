package groupwatch.watchdog.read;

import java.time.LocalDate;

/**
 * How a chat's messages of a day came, as one account saw them.
 *
 * @param day UTC
 * @param webhook while it happened
 * @param history in a history chunk
 * @param resync filled in
 */
public record Origins(LocalDate day, String account, long webhook, long history, long resync) {}
