package groupwatch.media.keep;

import groupwatch.kit.objects.ObjectStore;
import groupwatch.media.inspect.Thumbnail;
import groupwatch.media.row.KeptObjects;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import groupwatch.media.row.StoredFile;
import java.nio.ByteBuffer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Puts a file under the address of its hash and writes that down. The bytes go first, outside of any transaction; then, under the file's
 * lock, they are looked for once more, for whoever removed the last message that had them may have been quicker.
 */
@Component
public class KeepFile {

    private final ObjectStore objects;
    private final KeptObjects kept;
    private final MediaRows rows;
    private final AfterKeeping after;
    private final TransactionalOperator transaction;
    private final Clock clock;

    KeepFile(
            ObjectStore objects,
            KeptObjects kept,
            MediaRows rows,
            AfterKeeping after,
            TransactionalOperator transaction,
            Clock clock) {
        this.objects = objects;
        this.kept = kept;
        this.rows = rows;
        this.after = after;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Emits the row as stored; empty when it was erased meanwhile: the sweeper finds the object then.
     *
     * @param content may be read more than once
     */
    public Mono<MediaRow> keep(MediaRow row, String sha256, long size, Measured measured, Flux<ByteBuffer> content) {
        String key = StoredFile.key(sha256);
        Mono<Boolean> there =
                objects.find(key).map(object -> object.size() == size).defaultIfEmpty(false);
        Mono<MediaRow> written = kept.lock(sha256, size)
                .then(there)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(VanishedException::new))
                .then(Mono.defer(() -> thumbnail(sha256, measured)))
                .flatMap(thumbnail ->
                        rows.stored(row.id(), file(row, sha256, size, measured, thumbnail), measured.trouble()))
                .flatMap(stored -> after.kept(stored).thenReturn(stored))
                .as(transaction::transactional);
        return there.flatMap(has -> has ? Mono.empty() : objects.put(key, content))
                .then(written)
                .retryWhen(Retry.max(2).filter(VanishedException.class::isInstance))
                .flatMap(stored -> forgetClaim(row.claim()).thenReturn(stored))
                .doOnNext(after::announce);
    }

    /** Emits its key, or an empty text. */
    private Mono<String> thumbnail(String sha256, Measured measured) {
        Thumbnail made = measured.thumbnail();
        if (made == null) {
            return Mono.just(measured.thumbnailKey() == null ? "" : measured.thumbnailKey());
        }
        String key = "thumbnails/" + sha256.substring(0, 2) + "/" + sha256 + made.extension();
        return objects.put(key, Flux.defer(() -> Flux.just(made.bytes()))).thenReturn(key);
    }

    private StoredFile file(MediaRow row, String sha256, long size, Measured measured, String thumbnail) {
        return new StoredFile(
                sha256,
                size,
                measured.mime(),
                row.claimed().fileName(),
                measured.seconds(),
                measured.width(),
                measured.height(),
                measured.pages(),
                measured.animated(),
                thumbnail.isEmpty() ? null : thumbnail,
                measured.transcript(),
                measured.text(),
                clock.instant());
    }

    /** What cannot be deleted now is no more named by anybody: the sweeper takes it. */
    private Mono<Void> forgetClaim(@Nullable String claim) {
        return claim == null ? Mono.empty() : objects.delete(claim).onErrorComplete();
    }

    private static final class VanishedException extends RuntimeException {

        VanishedException() {
            super("the file was removed while it was stored");
        }
    }
}
