@NullMarked
package groupwatch.summary.daily;

import org.jspecify.annotations.NullMarked;
