/** The accounts: which there are, and where their instances are. */
@NullMarked
package groupwatch.watchdog.account;

import org.jspecify.annotations.NullMarked;
