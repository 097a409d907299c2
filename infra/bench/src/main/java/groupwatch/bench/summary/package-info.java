/** How good summaries are, over the summarizer's evaluation set: whoever writes them, the same days and the same scores. */
@NullMarked
package groupwatch.bench.summary;

import org.jspecify.annotations.NullMarked;
