/** Text of people and of models, by rules that are the same for summaries and answers: made harmless, measured, and looked through for what leads somewhere. */
@NullMarked
package groupwatch.summary.text;

import org.jspecify.annotations.NullMarked;
