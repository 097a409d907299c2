package groupwatch.media.serve;

import groupwatch.kit.objects.ByteRange;
import groupwatch.kit.objects.ObjectMissingException;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.kit.objects.ObjectStoreUnavailableException;
import groupwatch.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers with an object, or a part of it, at the reader's pace. */
@Component
class ObjectAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectAnswer.class);

    /** The connection takes 128 pieces in advance, whatever their size: a megabyte for each reader. */
    private static final int PIECE = 8 * 1024;

    /** A reader that takes nothing for so long (a paused video) is left; it comes back with a range. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObjectStore store;

    ObjectAnswer(ObjectStore store) {
        this.store = store;
    }

    Mono<Void> send(Served served, ServerWebExchange exchange) {
        Long size = served.size();
        return (size == null ? store.find(served.key()).map(found -> found.size()) : Mono.just(size))
                .switchIfEmpty(Mono.error(() -> new ObjectMissingException(served.key())))
                .flatMap(known -> send(served, known, exchange))
                .doOnError(error -> forget(exchange.getResponse()))
                .onErrorMap(ObjectMissingException.class, ObjectAnswer::lost)
                .onErrorMap(
                        ObjectStoreUnavailableException.class,
                        away -> ProblemException.unavailable("The object store does not answer.", 5));
    }

    private Mono<Void> send(Served served, long size, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        SafeHeaders.write(served, response.getHeaders());
        if (exchange.checkNotModified(served.etag())) {
            return response.setComplete();
        }
        RequestedRange range = RequestedRange.of(exchange.getRequest().getHeaders(), served.etag(), size);
        if (range.isPart()) {
            response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
            response.getHeaders().set(HttpHeaders.CONTENT_RANGE, range.contentRange());
        }
        response.getHeaders().setContentLength(range.length());
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD || range.length() == 0) {
            return response.setComplete();
        }
        return response.writeWith(body(served, range.bytes(), response));
    }

    private Flux<DataBuffer> body(Served served, ByteRange range, ServerHttpResponse response) {
        return store.read(served.key(), range)
                .timeout(PATIENCE)
                .concatMapIterable(ObjectAnswer::pieces, 1)
                .map(piece -> response.bufferFactory().wrap(piece));
    }

    private static List<ByteBuffer> pieces(ByteBuffer buffer) {
        List<ByteBuffer> pieces = new ArrayList<>(buffer.remaining() / PIECE + 1);
        for (int at = buffer.position(); at < buffer.limit(); at += PIECE) {
            pieces.add(buffer.slice(at, Math.min(PIECE, buffer.limit() - at)));
        }
        return pieces;
    }

    /** What was said of the object is not true of the problem that is answered instead. */
    private static void forget(ServerHttpResponse response) {
        if (!response.isCommitted()) {
            response.getHeaders().clear();
        }
    }

    private static ProblemException lost(ObjectMissingException missing) {
        LOG.error("A file that is known as stored is not in the store: {}", missing.getMessage());
        return ProblemException.notFound("The file is not where it should be.");
    }
}
