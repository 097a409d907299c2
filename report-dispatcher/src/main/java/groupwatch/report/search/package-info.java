/** What whoever saves a search has to know of the message store's. */
@NullMarked
package groupwatch.report.search;

import org.jspecify.annotations.NullMarked;
