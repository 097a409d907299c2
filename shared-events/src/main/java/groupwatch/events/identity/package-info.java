/** Who a person or a chat is, whichever of WhatsApp's identities an event used. */
@NullMarked
package groupwatch.events.identity;

import org.jspecify.annotations.NullMarked;
