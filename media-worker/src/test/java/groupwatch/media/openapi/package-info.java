@NullMarked
package groupwatch.media.openapi;

import org.jspecify.annotations.NullMarked;
