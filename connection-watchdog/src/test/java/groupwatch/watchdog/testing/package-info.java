/** What the tests of the whole service run it with. */
@NullMarked
package groupwatch.watchdog.testing;

import org.jspecify.annotations.NullMarked;
