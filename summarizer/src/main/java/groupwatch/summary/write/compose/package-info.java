/** A day is read at once or in parts → each answer is checked, and asked for once more when something is wrong → parts are merged, still cited. */
@NullMarked
package groupwatch.summary.write.compose;

import org.jspecify.annotations.NullMarked;
