package groupwatch.media.transcribe;

import groupwatch.events.message.MessageType;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has a sound written down. */
public interface Transcribe {

    /** Whether such files are to be transcribed: false for all unless a server is configured. */
    boolean wants(MessageType kind, long size, @Nullable Integer seconds);

    /**
     * What is said in it.
     *
     * @param mime the true type
     * @param size of content, in bytes
     * @return empty when nothing is said; fails with {@link TranscriptionRefusedException} when the server will never take it, with
     *     {@link TranscriptionUnavailableException} when another try makes sense
     */
    Mono<String> of(String mime, long size, Flux<ByteBuffer> content);
}
