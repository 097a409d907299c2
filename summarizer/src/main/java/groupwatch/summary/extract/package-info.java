/** A day in short without a language model: the group's own sentences, chosen by how they are answered, what they say and what corrects them. */
@NullMarked
package groupwatch.summary.extract;

import org.jspecify.annotations.NullMarked;
