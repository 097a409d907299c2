@NullMarked
package groupwatch.summary.plan;

import org.jspecify.annotations.NullMarked;
