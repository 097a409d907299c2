/**
 * How long messages are kept: for ever unless the suite or a group has a limit. What is past it is neither taken in again
 * nor kept: the days are whole ones (UTC), so both decide alike. A run deletes in small batches whatever is past its chat's
 * limit, each message together with all that is known of it, and then drops the months that this left empty.
 */
@NullMarked
package groupwatch.store.retention;

import org.jspecify.annotations.NullMarked;
