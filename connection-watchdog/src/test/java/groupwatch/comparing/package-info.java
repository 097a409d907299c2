/** Comparisons and the ledger on a real database, with a stand-in for Evolution and one for the message store. */
@NullMarked
package groupwatch.comparing;

import org.jspecify.annotations.NullMarked;
