package groupwatch.ingest.receive;

import groupwatch.events.evolution.WebhookLift;
import groupwatch.ingest.IngestSettings;
import groupwatch.ingest.Refusal;
import groupwatch.ingest.Refusals;
import groupwatch.kit.objects.ObjectStoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Reads a request's body within three limits: its own size (413), the room left for all requests together (503) and time (408). A
 * {@code Content-Length} is believed before a byte is read; without one every buffer is counted as it comes. What says to be small is read and then
 * looked at; anything else is taken apart while it comes in.
 */
@Component
class WebhookBody {

    /** As long as Evolution itself waits for an answer. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Ordinary webhooks have some kilobytes. */
    private static final long SMALL = 256 * 1024;

    /** What a body takes on its way into the object store: the buffers before it and the store's own. */
    private static final long ON_THE_WAY = 4 * 1024 * 1024;

    private final long limit;
    private final long longest;
    private final Refusals refusals;
    private final LiftFile file;

    WebhookBody(IngestSettings settings, Refusals refusals, LiftFile file) {
        this.limit = settings.maxBody().toBytes();
        this.longest = settings.longestBody();
        this.refusals = refusals;
        this.file = file;
    }

    Mono<ReceivedBody> read(ServerHttpRequest request, InFlightBytes.Lease lease) {
        HttpHeaders headers = request.getHeaders();
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return refusals.refuse(Refusal.COMPRESSED, "Webhooks are taken uncompressed, as Evolution sends them.");
        }
        long declared = headers.getContentLength();
        if (declared > longest) {
            return tooLarge();
        }
        boolean small = declared >= 0 && declared <= SMALL;
        return (small ? readSmall(request, lease, (int) declared) : readLarge(request, lease))
                .timeout(
                        LONGEST,
                        Mono.defer(() -> refusals.refuse(Refusal.TOO_SLOW, "The body took longer than 30 seconds.")))
                .onErrorResume(BodyOverrunException.class, overrun -> overrun.isOfAll() ? busy() : tooLarge())
                .onErrorResume(
                        ObjectStoreUnavailableException.class,
                        away -> refusals.refuse(
                                Refusal.STORE_AWAY, "The webhook's file could not be stored; come again."));
    }

    private Mono<ReceivedBody> readSmall(ServerHttpRequest request, InFlightBytes.Lease lease, int declared) {
        if (!lease.grow(declared)) {
            return busy();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(declared);
        return request.getBody()
                .<DataBuffer>handle((buffer, sink) -> append(buffer, bytes, sink))
                .then(Mono.fromSupplier(bytes::toByteArray))
                .flatMap(body -> WebhookLift.mayHaveFile(body)
                        ? file.lift(Flux.just(body), lease, body.length)
                        : Mono.just(ReceivedBody.plain(body)));
    }

    private void append(DataBuffer buffer, ByteArrayOutputStream bytes, SynchronousSink<DataBuffer> sink) {
        byte[] part = taken(buffer);
        if (bytes.size() + (long) part.length > limit) {
            sink.error(new BodyOverrunException(false));
        } else {
            bytes.writeBytes(part);
        }
    }

    private Mono<ReceivedBody> readLarge(ServerHttpRequest request, InFlightBytes.Lease lease) {
        return Mono.defer(() -> {
            Count count = new Count(lease);
            return file.lift(request.getBody().map(WebhookBody::taken).doOnNext(count::add), lease, 0);
        });
    }

    private static byte[] taken(DataBuffer buffer) {
        try {
            byte[] part = new byte[buffer.readableByteCount()];
            buffer.read(part);
            return part;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private <T> Mono<T> tooLarge() {
        return refusals.refuse(
                Refusal.TOO_LARGE,
                "A webhook and the file in it may each have " + limit
                        + " bytes; what is no JSON, as many as a record.");
    }

    private <T> Mono<T> busy() {
        return refusals.refuse(Refusal.BUSY, "Too much is waiting to be written; come again.");
    }

    /** What has come of a body whose size is not known or not small. */
    private final class Count {

        private final InFlightBytes.Lease lease;
        private long size;

        Count(InFlightBytes.Lease lease) {
            this.lease = lease;
        }

        void add(byte[] part) {
            boolean wasSmall = size <= SMALL;
            size += part.length;
            if (size > longest) {
                throw new BodyOverrunException(false);
            }
            if (wasSmall && size > SMALL && !lease.grow(ON_THE_WAY)) {
                throw new BodyOverrunException(true);
            }
        }
    }
}
