/**
 * Questions. What a question means is found out (which words, whose groups, when) → what was said about it comes from the message store, with the
 * asker's own groups → a language model, or a choice of sentences without one, answers as a stream → a sentence goes out when what it rests on has
 * been checked.
 */
@NullMarked
package groupwatch.summary.ask;

import org.jspecify.annotations.NullMarked;
