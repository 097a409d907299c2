@NullMarked
package groupwatch.media.testing;

import org.jspecify.annotations.NullMarked;
