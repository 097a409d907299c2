/** How messages came to be known, counted by day: what coverage is reckoned from. */
@NullMarked
package groupwatch.store.origin;

import org.jspecify.annotations.NullMarked;
