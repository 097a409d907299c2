/**
 * The message store. Raw topics in → each record is read and, if captured, stored as rows by natural keys, a batch in one
 * transaction → {@code groupwatch.messages.v1} and {@code groupwatch.groups.v1} out, after the commit and before the raw
 * offsets are committed. {@code groupwatch.media.v1} in → what became of files beside the messages, without a word. The
 * same rows answer the query API.
 *
 * <p>On failure: database or broker away, the batch is tried again for as long as it takes; a record that can never be
 * stored goes to {@code <topic>.<group>.dlt} with the reason, and the rest of its batch is stored.
 *
 * <p>The path of one message: {@code receive.StoreBatch} → {@code receive.Reading} → {@code message.MessageWriter} →
 * {@code message.MessageRows} and {@code message.FactTables} → {@code message.MessageAnnouncements} →
 * {@code message.MessageLoader} → {@code message.MessageFold}.
 */
@NullMarked
package groupwatch.store;

import org.jspecify.annotations.NullMarked;
