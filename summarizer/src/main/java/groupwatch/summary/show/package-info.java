/** A summary to be read: as Markdown and as HTML, in the reader's language, safe whatever was said. */
@NullMarked
package groupwatch.summary.show;

import org.jspecify.annotations.NullMarked;
