package groupwatch.media.serve;

import java.time.Instant;

/**
 * A link that works without a login.
 *
 * @param url below the API's base; absolute when it leads to the store itself
 */
record Link(String url, Instant expiresAt) {}
