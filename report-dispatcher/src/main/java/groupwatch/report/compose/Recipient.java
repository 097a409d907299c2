package groupwatch.report.compose;

import java.net.URI;

/**
 * Who a mail is for.
 *
 * @param unsubscribe the page where they end it
 */
public record Recipient(String address, URI unsubscribe) {}
