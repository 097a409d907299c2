/** Answers: asked of a model or chosen, and let out sentence by sentence, each with the messages it rests on. */
@NullMarked
package groupwatch.summary.ask.answer;

import org.jspecify.annotations.NullMarked;
