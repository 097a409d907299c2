package groupwatch.ingest.receive;

import groupwatch.ingest.IngestSettings;
import groupwatch.ingest.Refusal;
import groupwatch.ingest.Refusals;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Reads a request's body within three limits: its own size (413), the room left for all requests together (503) and time (408). A
 * {@code Content-Length} is believed before a byte is read; without one every buffer is counted as it comes.
 */
@Component
class WebhookBody {

    /** As long as Evolution itself waits for an answer. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final long limit;
    private final Refusals refusals;

    WebhookBody(IngestSettings settings, Refusals refusals) {
        this.limit = settings.maxBody().toBytes();
        this.refusals = refusals;
    }

    Mono<byte[]> read(ServerHttpRequest request, InFlightBytes.Lease lease) {
        HttpHeaders headers = request.getHeaders();
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return refusals.refuse(Refusal.COMPRESSED, "Webhooks are taken uncompressed, as Evolution sends them.");
        }
        long declared = Math.max(0, headers.getContentLength());
        if (declared > limit) {
            return tooLarge();
        }
        if (!lease.grow(declared)) {
            return busy();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) declared);
        return request.getBody()
                .<DataBuffer>handle((buffer, sink) -> append(buffer, bytes, declared, lease, sink))
                .then(Mono.fromSupplier(bytes::toByteArray))
                .timeout(
                        LONGEST,
                        Mono.defer(() -> refusals.refuse(Refusal.TOO_SLOW, "The body took longer than 30 seconds.")))
                .onErrorResume(Overrun.class, overrun -> overrun.ofAll ? busy() : tooLarge());
    }

    private void append(
            DataBuffer buffer,
            ByteArrayOutputStream bytes,
            long declared,
            InFlightBytes.Lease lease,
            SynchronousSink<DataBuffer> sink) {
        try {
            int more = buffer.readableByteCount();
            long size = (long) bytes.size() + more;
            if (size > limit) {
                sink.error(new Overrun(false));
            } else if (size > declared && !lease.grow(more)) {
                sink.error(new Overrun(true));
            } else {
                byte[] part = new byte[more];
                buffer.read(part);
                bytes.writeBytes(part);
            }
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private <T> Mono<T> tooLarge() {
        return refusals.refuse(Refusal.TOO_LARGE, "A webhook may have " + limit + " bytes.");
    }

    private <T> Mono<T> busy() {
        return refusals.refuse(Refusal.BUSY, "Too much is waiting to be written; come again.");
    }

    /** Which limit was met while reading. */
    private static final class Overrun extends RuntimeException {

        private final boolean ofAll;

        Overrun(boolean ofAll) {
            super(null, null, false, false);
            this.ofAll = ofAll;
        }
    }
}
