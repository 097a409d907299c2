/** A model that says what a test wants, and days to be summarised. */
@NullMarked
package groupwatch.summary.write.testing;

import org.jspecify.annotations.NullMarked;
