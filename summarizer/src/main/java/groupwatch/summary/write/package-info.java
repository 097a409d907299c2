/** A transcript in short: by a model whose every sentence is checked, or by choosing sentences of the group itself. */
@NullMarked
package groupwatch.summary.write;

import org.jspecify.annotations.NullMarked;
