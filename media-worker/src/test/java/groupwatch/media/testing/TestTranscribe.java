package groupwatch.media.testing;

import groupwatch.events.message.MessageType;
import groupwatch.media.transcribe.Transcribe;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears nothing. */
@Component
class TestTranscribe implements Transcribe {

    @Override
    public boolean wants(MessageType kind, long size, @Nullable Integer seconds) {
        return false;
    }

    @Override
    public Mono<String> of(String mime, long size, Flux<ByteBuffer> content) {
        return Mono.empty();
    }
}
