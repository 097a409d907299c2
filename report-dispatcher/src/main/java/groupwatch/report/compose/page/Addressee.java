package groupwatch.report.compose.page;

import java.net.URI;

/**
 * Who reads it.
 *
 * @param unsubscribe the page where they end it
 */
public record Addressee(String address, URI unsubscribe) {}
