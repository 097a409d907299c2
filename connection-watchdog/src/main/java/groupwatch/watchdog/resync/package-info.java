/**
 * What is missing is found and fetched: Evolution's own message store is compared with ours, chat by chat, and what ours lacks is
 * published as if it had come now.
 *
 * <p>A run is a row, with a list of chats and in each a page: whoever watches the account goes on there. What was published is remembered
 * until the message store shows it, or is suspected missing. On failure: it waits, longer each time, and nothing is passed over.
 */
@NullMarked
package groupwatch.watchdog.resync;

import org.jspecify.annotations.NullMarked;
