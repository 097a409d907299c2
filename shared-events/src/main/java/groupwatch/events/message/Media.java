package groupwatch.events.message;

import org.jspecify.annotations.Nullable;

/**
 * The file of a message.
 *
 * @param kind which of the media types
 * @param size of the plain file, in bytes
 * @param sha256 of the plain file, lower-case hexadecimal
 * @param seconds how long it plays
 * @param width in pixels
 * @param height in pixels
 * @param pages of a document
 * @param animated whether a video plays as a GIF or a sticker moves
 * @param reason why it is expired or failed, in a word or two, for programs
 * @param url where the suite serves it, once stored
 * @param thumbnailUrl where the suite serves a small picture of it; until there is one, the picture that came along
 * @param transcript what is said in it, as recognised by a machine
 * @param claim where the object store has the bytes that came along with the webhook, until they are stored; for the suite alone
 */
public record Media(
        MessageType kind,
        @Nullable String mime,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String fileName,
        @Nullable Integer seconds,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer pages,
        @Nullable Boolean animated,
        MediaState state,
        @Nullable String reason,
        @Nullable String url,
        @Nullable String thumbnailUrl,
        @Nullable String transcript,
        @Nullable String claim) {

    public Media {
        state = state == null ? MediaState.PENDING : state;
    }

    /** Of a file that is kept, or still may be. */
    public Media(
            MessageType kind,
            @Nullable String mime,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable Integer seconds,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Integer pages,
            @Nullable Boolean animated,
            MediaState state,
            @Nullable String url,
            @Nullable String thumbnailUrl,
            @Nullable String transcript,
            @Nullable String claim) {
        this(
                kind,
                mime,
                size,
                sha256,
                fileName,
                seconds,
                width,
                height,
                pages,
                animated,
                state,
                null,
                url,
                thumbnailUrl,
                transcript,
                claim);
    }

    public Media withClaim(@Nullable String value) {
        return new Media(
                kind,
                mime,
                size,
                sha256,
                fileName,
                seconds,
                width,
                height,
                pages,
                animated,
                state,
                reason,
                url,
                thumbnailUrl,
                transcript,
                value);
    }

    public Media withTranscript(@Nullable String value) {
        return new Media(
                kind,
                mime,
                size,
                sha256,
                fileName,
                seconds,
                width,
                height,
                pages,
                animated,
                state,
                reason,
                url,
                thumbnailUrl,
                value,
                claim);
    }
}
