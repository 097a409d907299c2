@NullMarked
package groupwatch.media.retention;

import org.jspecify.annotations.NullMarked;
