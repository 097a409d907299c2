/** What the topic is told of files. */
@NullMarked
package groupwatch.media.announce;

import org.jspecify.annotations.NullMarked;
