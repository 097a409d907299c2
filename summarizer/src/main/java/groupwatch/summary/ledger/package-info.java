/**
 * What language models cost: each call adds to a row of its day, group and model; a day's budget is compared with the rows of all replicas before
 * the next one.
 */
@NullMarked
package groupwatch.summary.ledger;

import org.jspecify.annotations.NullMarked;
