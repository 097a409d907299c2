@NullMarked
package groupwatch.summary.transcript;

import org.jspecify.annotations.NullMarked;
