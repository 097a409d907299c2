/** Small real files, made in code: pictures, voice notes, clips, documents, stickers. The same seed gives the same bytes. */
@NullMarked
package groupwatch.simulator.media;

import org.jspecify.annotations.NullMarked;
