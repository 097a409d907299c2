/**
 * The media worker. {@code groupwatch.messages.v1} in → a job for each message with a file → the bytes, from the claim check or from the
 * gateway to WhatsApp, are checked, measured and stored by their hash → {@code groupwatch.media.v1} out; {@code GET /media/{id}} serves them.
 *
 * <p>On failure: a job is tried again on a schedule until WhatsApp no longer has the file; then it ends as expired or failed, and says why.
 */
@NullMarked
package groupwatch.media;

import org.jspecify.annotations.NullMarked;
