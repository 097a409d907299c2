/** Who wants no more mail: the link in each mail, the page behind it, and the list that every run respects. */
@NullMarked
package groupwatch.report.unsubscribe;

import org.jspecify.annotations.NullMarked;
