/** What {@code groupwatch.links.v1} tells: how each account is linked to WhatsApp, and what its outages cost. */
@NullMarked
package groupwatch.events.link;

import org.jspecify.annotations.NullMarked;
