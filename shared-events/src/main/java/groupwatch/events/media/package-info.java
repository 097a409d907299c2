/** What became of the files of messages. */
@NullMarked
package groupwatch.events.media;

import org.jspecify.annotations.NullMarked;
