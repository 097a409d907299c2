package groupwatch.kit.problem;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a refused request still has to send. An answer that goes out while a body is on its way leaves the connection
 * stuck: the next request on it is never read. So a small body is read to its end first, and the connection of a larger
 * one is closed after the answer.
 */
final class UnreadBody {

    private static final long WORTH_READING = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private UnreadBody() {}

    /** Completes, always and soon, when the answer may be written. */
    static Mono<Void> away(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        long length = headers.getContentLength();
        if (length == 0 || (length < 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING))) {
            return Mono.empty();
        }
        if (length > WORTH_READING) {
            closeAfterwards(exchange);
            return Mono.empty();
        }
        AtomicLong read = new AtomicLong();
        return exchange.getRequest()
                .getBody()
                .map(buffer -> read.addAndGet(release(buffer)))
                .takeUntil(bytes -> bytes > WORTH_READING)
                .then()
                .timeout(PATIENCE)
                // a body that was read before, in part or whole, cannot be read again
                .onErrorComplete()
                .doOnSuccess(done -> {
                    if (read.get() > WORTH_READING) {
                        closeAfterwards(exchange);
                    }
                });
    }

    private static long release(DataBuffer buffer) {
        long bytes = buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static void closeAfterwards(ServerWebExchange exchange) {
        if (!exchange.getResponse().isCommitted()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
    }
}
