/** How fast the search answers over two years of invented messages. */
@NullMarked
package groupwatch.bench.search;

import org.jspecify.annotations.NullMarked;
