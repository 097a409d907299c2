package groupwatch.report.content;

/**
 * Somebody who wrote much.
 *
 * @param name else phone number
 * @param share in percent of the group's messages
 */
public record TopSender(String name, long messages, double share) {}
