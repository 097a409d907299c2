/** A night of summaries: how long fifty groups take, and what is left of it when the summarizer is killed in its middle. */
@NullMarked
package groupwatch.bench.night;

import org.jspecify.annotations.NullMarked;
