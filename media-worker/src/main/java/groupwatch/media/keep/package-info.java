/** Files into the object store and out of it: one object however many messages share it. */
@NullMarked
package groupwatch.media.keep;

import org.jspecify.annotations.NullMarked;
