/** What a file really is: its true type, its measures, a small picture of it, and its text. Every file is taken to be hostile. */
@NullMarked
package groupwatch.media.inspect;

import org.jspecify.annotations.NullMarked;
