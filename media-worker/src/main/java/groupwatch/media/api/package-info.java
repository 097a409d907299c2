/** Who may ask the media worker what. */
@NullMarked
package groupwatch.media.api;

import org.jspecify.annotations.NullMarked;
