/**
 * Webhook in, raw topic out. A POST from Evolution is let in by its secret ({@code door}), read within limits, looked through just
 * far enough to know its topic, its API key blanked, and written ({@code receive}); the 200 goes out when the broker has
 * acknowledged. What is no webhook goes to quarantine and is answered 400. Broker away or buffers full: 503, and Evolution comes
 * again. Nothing is kept here.
 */
@NullMarked
package groupwatch.ingest;

import org.jspecify.annotations.NullMarked;
