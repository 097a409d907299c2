@NullMarked
package groupwatch.summary.model.guard;

import org.jspecify.annotations.NullMarked;
