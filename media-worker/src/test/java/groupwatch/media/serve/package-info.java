@NullMarked
package groupwatch.media.serve;

import org.jspecify.annotations.NullMarked;
