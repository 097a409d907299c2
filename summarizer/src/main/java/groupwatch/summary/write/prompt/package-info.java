/** What a model is asked: our instructions, and messages as numbered lines that no message can forge. */
@NullMarked
package groupwatch.summary.write.prompt;

import org.jspecify.annotations.NullMarked;
