/** What was said that may answer a question: found, ranked, and fitted to what a model can read. */
@NullMarked
package groupwatch.summary.ask.find;

import org.jspecify.annotations.NullMarked;
