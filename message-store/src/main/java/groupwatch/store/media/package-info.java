/**
 * What the media worker tells of files, put beside the messages: state, measures, transcripts and texts of documents. Reads
 * {@code groupwatch.media.v1}, writes {@code message_media} and the words of rows, announces nothing.
 */
@NullMarked
package groupwatch.store.media;

import org.jspecify.annotations.NullMarked;
