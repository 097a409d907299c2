/** What the tests of questions talk about and with. */
@NullMarked
package groupwatch.summary.ask.testing;

import org.jspecify.annotations.NullMarked;
