/** Stand-ins of what reports are made from and sent with, for the tests of this module and of others. */
@NullMarked
package groupwatch.report.testing;

import org.jspecify.annotations.NullMarked;
