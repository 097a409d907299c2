/** A day in parts that a model can read, with what belongs together in one of them. */
@NullMarked
package groupwatch.summary.write.split;

import org.jspecify.annotations.NullMarked;
