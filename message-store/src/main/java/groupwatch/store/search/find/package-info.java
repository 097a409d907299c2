/**
 * The search: a question becomes a condition on rows, rows are found newest first or by rank within a bounded amount of
 * work, and messages are shown with what was found in them. How it is fast: RATIONALE.md.
 */
@NullMarked
package groupwatch.store.search.find;

import org.jspecify.annotations.NullMarked;
