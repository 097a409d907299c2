/** What is known of each message's file, as rows. */
@NullMarked
package groupwatch.media.row;

import org.jspecify.annotations.NullMarked;
