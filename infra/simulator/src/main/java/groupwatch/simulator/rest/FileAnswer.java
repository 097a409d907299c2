package groupwatch.simulator.rest;

import groupwatch.simulator.media.Corrupted;
import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.store.FileFate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/** JSON with a file in it as base64, written portion by portion: however large the file is, little of it is held. */
final class FileAnswer {

    /** Three bytes are four characters, so that portions can stand one after the other. */
    private static final int PORTION = 48 * 1024;

    private static final int SLOW_PORTIONS = 20;
    private static final String PLACE = "the-file-goes-here";

    private final MediaFile file;
    private final FileFate fate;
    private final int portion;

    FileAnswer(MediaFile file, FileFate fate) {
        this.file = file;
        this.fate = fate;
        this.portion = fate instanceof FileFate.Slow
                ? (int) Math.clamp(file.length() / SLOW_PORTIONS / 3 * 3, 3, PORTION)
                : PORTION;
    }

    /** With the file in its member {@code base64}. */
    Flux<DataBuffer> in(ObjectNode json) {
        var text = json.deepCopy().put("base64", PLACE).toString();
        var place = text.indexOf(PLACE);
        return Flux.concat(
                        Mono.just(bytes(text.substring(0, place))),
                        paced(base64()),
                        Mono.just(bytes(text.substring(place + PLACE.length()))))
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    private Flux<byte[]> paced(Flux<byte[]> portions) {
        if (!(fate instanceof FileFate.Slow slow)) {
            return portions;
        }
        Duration pause = slow.takes().dividedBy(Math.max(1, file.length() / portion));
        return portions.concatMap(one -> Mono.delay(pause).thenReturn(one), 1);
    }

    private Flux<byte[]> base64() {
        return Flux.<byte[], InputStream>generate(
                        () -> fate instanceof FileFate.Corrupt
                                ? new Corrupted(file.open(), file.length())
                                : file.open(),
                        (stream, sink) -> {
                            var read = next(stream);
                            if (read.length > 0) {
                                sink.next(Base64.getEncoder().encode(read));
                            }
                            if (read.length < portion) {
                                sink.complete();
                            }
                            return stream;
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private byte[] next(InputStream stream) {
        try {
            return stream.readNBytes(portion);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
