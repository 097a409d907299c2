/** Files that are old, erased, or needed by nobody go. */
@NullMarked
package groupwatch.media.retention;

import org.jspecify.annotations.NullMarked;
