/**
 * One chat as it goes on, as Server-Sent Events. Each replica reads the messages topic from its end for as long as somebody
 * listens; who is too slow, or comes back too late, is told to read the list again, so that nothing is lost silently.
 */
@NullMarked
package groupwatch.store.live;

import org.jspecify.annotations.NullMarked;
