/** A message as topics and the API show it, its parts, and the events that announce it. */
@NullMarked
package groupwatch.events.message;

import org.jspecify.annotations.NullMarked;
