/** What the topic is told of links. */
@NullMarked
package groupwatch.watchdog.announce;

import org.jspecify.annotations.NullMarked;
