/**
 * Statistics of a chat over a period: who wrote, when and what, against the period before. Made of activity, so they are
 * as exact as the messages themselves.
 */
@NullMarked
package groupwatch.store.stats;

import org.jspecify.annotations.NullMarked;
