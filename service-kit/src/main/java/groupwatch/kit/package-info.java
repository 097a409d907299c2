@NullMarked
package groupwatch.kit;

import org.jspecify.annotations.NullMarked;
