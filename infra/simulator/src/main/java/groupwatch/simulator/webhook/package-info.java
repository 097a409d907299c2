/** Webhooks as Evolution sends them: the envelope, the headers, the retries, and what waits for what. */
@NullMarked
package groupwatch.simulator.webhook;

import org.jspecify.annotations.NullMarked;
