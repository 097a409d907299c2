/** A group as topics and the API show it, and the event that announces its state. */
@NullMarked
package groupwatch.events.group;

import org.jspecify.annotations.NullMarked;
