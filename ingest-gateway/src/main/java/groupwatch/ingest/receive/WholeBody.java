package groupwatch.ingest.receive;

import groupwatch.events.evolution.WebhookScan;
import groupwatch.events.evolution.WebhookScanResult;
import groupwatch.kit.objects.ByteRange;
import groupwatch.kit.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Looks through a body that lies in the object store. Its parser waits for bytes, so this has threads of its own. */
@Component
class WholeBody implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int WAITING = 1000;

    /** Buffers of 64 KB fetched ahead. */
    private static final int AHEAD = 4;

    private final ObjectStore objects;
    private final Scheduler readers = Schedulers.newBoundedElastic(THREADS, WAITING, "ingest-whole-bodies");

    WholeBody(ObjectStore objects) {
        this.objects = objects;
    }

    /** @param sha256 of the bytes, in hexadecimal digits */
    record Scanned(WebhookScanResult found, String sha256) {}

    Mono<Scanned> scan(String key) {
        return Mono.fromCallable(() -> {
                    MessageDigest digest = sha256();
                    try (InputStream bytes = new DigestInputStream(open(key), digest)) {
                        WebhookScanResult found = WebhookScan.of(bytes);
                        return new Scanned(found, HexFormat.of().formatHex(digest.digest()));
                    }
                })
                .subscribeOn(readers);
    }

    private InputStream open(String key) {
        return DataBufferUtils.subscriberInputStream(
                objects.read(key, ByteRange.ALL).map(DefaultDataBufferFactory.sharedInstance::wrap), AHEAD);
    }

    private static MessageDigest sha256() throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        readers.dispose();
    }
}
