/** The words of a question: which of them say what it is about, in which language it is, and what we say in that language. */
@NullMarked
package groupwatch.summary.ask.words;

import org.jspecify.annotations.NullMarked;
