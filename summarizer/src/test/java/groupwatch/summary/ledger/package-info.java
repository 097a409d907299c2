@NullMarked
package groupwatch.summary.ledger;

import org.jspecify.annotations.NullMarked;
