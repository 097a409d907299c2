/** Tests of accounts. */
@NullMarked
package groupwatch.watchdog.account;

import org.jspecify.annotations.NullMarked;
