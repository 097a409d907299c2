/** Jobs listed and cancelled, files asked for again or erased; and who may do what. */
@NullMarked
package groupwatch.media.api;

import org.jspecify.annotations.NullMarked;
