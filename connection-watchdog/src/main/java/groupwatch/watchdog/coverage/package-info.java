/**
 * How complete each day of each group is: what came by webhook, what was filled in, what is suspected missing, and when the link was down.
 *
 * <p>Counts are read from the message store, which knows how each message came, and set; never added up here, so that doing it twice is
 * doing it once.
 */
@NullMarked
package groupwatch.watchdog.coverage;

import org.jspecify.annotations.NullMarked;
