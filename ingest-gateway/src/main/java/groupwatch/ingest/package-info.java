/**
 * Webhook in, raw topic out. A POST from Evolution is let in by its secret ({@code door}), read within limits, looked through just
 * far enough to know its topic, its API key blanked, and written ({@code receive}); a file in it goes into the object store while it comes in,
 * and so does a body too large for a record. The 200 goes out when the store and the broker have it. What is no webhook goes to quarantine and is answered 400. Broker or store away, or buffers full: 503, and Evolution comes
 * again. Nothing is kept here.
 */
@NullMarked
package groupwatch.ingest;

import org.jspecify.annotations.NullMarked;
