/** Sound that is kept is written down, as jobs of their own: it takes long, and nobody waits for it. */
@NullMarked
package groupwatch.media.transcript;

import org.jspecify.annotations.NullMarked;
