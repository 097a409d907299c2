@NullMarked
package groupwatch.media.fetch;

import org.jspecify.annotations.NullMarked;
