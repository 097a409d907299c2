/** Everything between who asks and the vendor: budget, turn, breaker, time limit, retries, ledger. */
@NullMarked
package groupwatch.summary.model.guard;

import org.jspecify.annotations.NullMarked;
