/** How files go through the suite: in webhooks, to their place, and out again. */
@NullMarked
package groupwatch.bench.media;

import org.jspecify.annotations.NullMarked;
