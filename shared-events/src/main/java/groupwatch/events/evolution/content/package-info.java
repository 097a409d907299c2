/** What a message says: one reader per family of content types, found by {@link groupwatch.events.evolution.content.MessageContents}. */
@NullMarked
package groupwatch.events.evolution.content;

import org.jspecify.annotations.NullMarked;
