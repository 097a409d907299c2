@NullMarked
package groupwatch.summary.read;

import org.jspecify.annotations.NullMarked;
