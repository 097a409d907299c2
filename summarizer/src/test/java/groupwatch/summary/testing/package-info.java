@NullMarked
package groupwatch.summary.testing;

import org.jspecify.annotations.NullMarked;
