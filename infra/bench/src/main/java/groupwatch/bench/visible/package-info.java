/** How long it takes from a webhook to a row that can be read, at an even rate that the suite can keep up with. */
@NullMarked
package groupwatch.bench.visible;

import org.jspecify.annotations.NullMarked;
