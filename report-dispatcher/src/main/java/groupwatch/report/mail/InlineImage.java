package groupwatch.report.mail;

/**
 * A PNG inside a mail.
 *
 * @param id its Content-ID, unique within the mail
 */
public record InlineImage(String id, byte[] png) {}
