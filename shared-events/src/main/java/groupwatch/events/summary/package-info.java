/** What was said in a group on one day, in short, with the messages each sentence rests on. */
@NullMarked
package groupwatch.events.summary;

import org.jspecify.annotations.NullMarked;
