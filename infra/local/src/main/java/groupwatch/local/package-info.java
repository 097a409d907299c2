@NullMarked
package groupwatch.local;

import org.jspecify.annotations.NullMarked;
