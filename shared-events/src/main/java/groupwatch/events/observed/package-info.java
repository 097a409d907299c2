/** What a gateway told us, in WhatsApp's words: observations, before anything is stored or decided. */
@NullMarked
package groupwatch.events.observed;

import org.jspecify.annotations.NullMarked;
