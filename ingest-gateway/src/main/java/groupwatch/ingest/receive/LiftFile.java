package groupwatch.ingest.receive;

import groupwatch.events.evolution.WebhookLift;
import groupwatch.ingest.IngestMetrics;
import groupwatch.ingest.IngestSettings;
import groupwatch.kit.objects.ObjectStore;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.GroupedFlux;
import reactor.core.publisher.Mono;

/**
 * Brings the file of a webhook, and what is too large for a record, into the object store while the body comes in: at the store's pace, so
 * that no more of it is here than some buffers. A body that breaks off leaves nothing; one that is refused later leaves a claim that nobody
 * names, which is swept.
 */
@Component
class LiftFile {

    /** Buffers between the sender and the store. */
    private static final int PREFETCH = 2;

    private final ObjectStore objects;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final int record;
    private final long limit;

    LiftFile(ObjectStore objects, IngestMetrics metrics, IngestSettings settings, Clock clock) {
        this.objects = objects;
        this.metrics = metrics;
        this.clock = clock;
        this.record = (int) settings.maxRecord().toBytes();
        this.limit = settings.maxBody().toBytes();
    }

    private enum Part {
        FILE,
        BODY
    }

    private record Piece(Part part, ByteBuffer bytes) {}

    /**
     * @param parts of the body, which belong to this from then on
     * @param lease grows by what is held of the body, {@code held} bytes of which it has already
     * @return fails with {@link BodyOverrunException} when it is too large and no JSON, or there is no room for what is held
     */
    Mono<ReceivedBody> lift(Flux<byte[]> parts, InFlightBytes.Lease lease, long held) {
        return Mono.defer(() -> {
            String day = LocalDate.now(clock) + "/" + UUID.randomUUID();
            String claim = "claims/" + day;
            String whole = "bodies/" + day;
            Lifting lifting = new Lifting(new WebhookLift(claim, record), lease, held);
            return parts.flatMapIterable(lifting::take, PREFETCH)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(lifting.end())))
                    .groupBy(Piece::part, PREFETCH)
                    .flatMap(pieces -> store(pieces, pieces.key() == Part.FILE ? claim : whole), Part.values().length)
                    .then(Mono.fromSupplier(() -> lifting.received(claim, whole)));
        });
    }

    private Mono<Void> store(GroupedFlux<Part, Piece> pieces, String key) {
        return objects.put(key, pieces.map(Piece::bytes).onErrorMap(BrokenOff::new))
                .doOnNext(stored -> metrics.lifted(pieces.key() == Part.FILE, stored.size()))
                // the body itself says why
                .onErrorComplete(BrokenOff.class)
                .then();
    }

    /** Nothing was stored because the body did not come to its end. */
    private static final class BrokenOff extends RuntimeException {

        BrokenOff(Throwable cause) {
            super(null, cause, false, false);
        }
    }

    /** One body on its way. */
    private final class Lifting {

        private final WebhookLift lift;
        private final InFlightBytes.Lease lease;
        private long held;
        private long given;

        Lifting(WebhookLift lift, InFlightBytes.Lease lease, long held) {
            this.lift = lift;
            this.lease = lease;
            this.held = held;
        }

        List<Piece> take(byte[] bytes) {
            List<Piece> pieces = pieces(lift.take(bytes));
            if (lift.heldSize() > held) {
                if (!lease.grow(lift.heldSize() - held)) {
                    throw new BodyOverrunException(true);
                }
                held = lift.heldSize();
            }
            return pieces;
        }

        List<Piece> end() {
            return pieces(lift.end());
        }

        private List<Piece> pieces(WebhookLift.Given given) {
            if (given.rest().length > 0 && lift.isUnknown()) {
                // what cannot be looked through may have keys in it, and must not be written
                throw new BodyOverrunException(false);
            }
            this.given += given.rest().length;
            if (lift.fileSize() > limit || this.given + lift.heldSize() > limit) {
                throw new BodyOverrunException(false);
            }
            List<Piece> pieces = new ArrayList<>(2);
            add(pieces, Part.FILE, given.file());
            add(pieces, Part.BODY, given.rest());
            return pieces;
        }

        private void add(List<Piece> pieces, Part part, byte[] bytes) {
            if (bytes.length > 0) {
                pieces.add(new Piece(part, ByteBuffer.wrap(bytes)));
            }
        }

        ReceivedBody received(String claim, String whole) {
            return new ReceivedBody(lift.held(), lift.hasLifted() ? claim : null, lift.isRestGiven() ? whole : null);
        }
    }
}
