package groupwatch.kit.evolution;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
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
        return collected(answer, LONGEST_SMALL).map(Bodies::read);
    }

    /** Read off the event loop: it takes a while. */
    static Mono<JsonNode> page(ClientResponse answer, Scheduler decoding) {
        return collected(answer, LONGEST_PAGE)
                .publishOn(decoding)
                .map(Bodies::read)
                // what is done with it must not hold up the next one's reading
                .publishOn(Schedulers.parallel());
    }

    private static Mono<byte[]> collected(ClientResponse answer, int longest) {
        return bytes(answer)
                .collect(() -> new Collected(longest), Collected::add)
                .map(Collected::bytes);
    }

    /** Of our own: where an answer is cut off for its length, what collects or splits buffers of the network releases some twice. */
    private static Flux<byte[]> bytes(ClientResponse answer) {
        return answer.bodyToFlux(DataBuffer.class).map(Bodies::copied);
    }

    private static byte[] copied(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    /** The elements of an array, each as soon as it is whole, as they are asked for. */
    static Flux<JsonNode> elements(ClientResponse answer) {
        Flux<DataBuffer> body = bytes(answer).map(DefaultDataBufferFactory.sharedInstance::wrap);
        return ITEMS.decode(body, NODE, MediaType.APPLICATION_JSON, null).cast(JsonNode.class);
    }

    private static JsonNode read(byte[] body) {
        JsonNode read = JSON.readTree(body);
        if (read.isMissingNode()) {
            throw Troubles.noAnswer();
        }
        return read;
    }
}
