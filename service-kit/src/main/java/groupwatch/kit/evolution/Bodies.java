package groupwatch.kit.evolution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers in JSON, whatever their media type says; longer ones than they can be are cut off while they come. */
final class Bodies {

    static final int LONGEST_PAGE = 32 * 1024 * 1024;

    private static final int LONGEST_SMALL = 1024 * 1024;
    private static final int LONGEST_ITEM = 4 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ResolvableType NODE = ResolvableType.forClass(JsonNode.class);
    private static final JacksonJsonDecoder ITEMS = items();

    private Bodies() {}

    private static JacksonJsonDecoder items() {
        JacksonJsonDecoder decoder = new JacksonJsonDecoder(JSON);
        decoder.setMaxInMemorySize(LONGEST_ITEM);
        return decoder;
    }

    static Mono<JsonNode> small(ClientResponse answer) {
        return DataBufferUtils.join(answer.bodyToFlux(DataBuffer.class), LONGEST_SMALL)
                .map(Bodies::read)
                .switchIfEmpty(Mono.error(Troubles::noAnswer));
    }

    /** Read off the event loop: it takes a while. */
    static Mono<JsonNode> page(ClientResponse answer, Scheduler decoding) {
        return DataBufferUtils.join(answer.bodyToFlux(DataBuffer.class), LONGEST_PAGE)
                .publishOn(decoding)
                .map(Bodies::read)
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .switchIfEmpty(Mono.error(Troubles::noAnswer))
                // what is done with it must not hold up the next one's reading
                .publishOn(Schedulers.parallel());
    }

    /** The elements of an array, each as soon as it is whole, as they are asked for. */
    static Flux<JsonNode> elements(ClientResponse answer) {
        return ITEMS.decode(answer.bodyToFlux(DataBuffer.class), NODE, MediaType.APPLICATION_JSON, null)
                .cast(JsonNode.class);
    }

    private static JsonNode read(DataBuffer body) {
        try (InputStream in = body.asInputStream(true)) {
            JsonNode read = JSON.readTree(in);
            if (read.isMissingNode()) {
                throw Troubles.noAnswer();
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
