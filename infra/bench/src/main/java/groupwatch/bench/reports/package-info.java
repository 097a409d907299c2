/** Reports by e-mail: replicas that are killed while hundreds of them are due, and how long the largest digest takes. */
@NullMarked
package groupwatch.bench.reports;

import org.jspecify.annotations.NullMarked;
