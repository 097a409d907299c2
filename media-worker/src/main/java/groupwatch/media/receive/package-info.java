/** Messages that have files become jobs. */
@NullMarked
package groupwatch.media.receive;

import org.jspecify.annotations.NullMarked;
