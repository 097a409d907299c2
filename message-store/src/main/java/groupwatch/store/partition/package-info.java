/**
 * Partitions of the store's big tables: messages by the month they were sent, raw events by the day they were received.
 * Created a while ahead and on demand, so that a message from 2016 is stored like one of today.
 */
@NullMarked
package groupwatch.store.partition;

import org.jspecify.annotations.NullMarked;
