/** How long a suite takes to be ready, and how much memory it takes then and after work. */
@NullMarked
package groupwatch.bench.start;

import org.jspecify.annotations.NullMarked;
