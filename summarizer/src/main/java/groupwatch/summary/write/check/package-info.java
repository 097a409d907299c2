/** What a model answered, sentence by sentence: kept when it rests on messages it was shown, a problem when it does not. */
@NullMarked
package groupwatch.summary.write.check;

import org.jspecify.annotations.NullMarked;
