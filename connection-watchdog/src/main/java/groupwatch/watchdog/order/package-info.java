/** What people ask to be done to a link: rows, taken up by the replica that watches the account. */
@NullMarked
package groupwatch.watchdog.order;

import org.jspecify.annotations.NullMarked;
