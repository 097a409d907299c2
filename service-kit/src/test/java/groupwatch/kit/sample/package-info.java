/** A small service, as the tests of the kit start it. */
@NullMarked
package groupwatch.kit.sample;

import org.jspecify.annotations.NullMarked;
