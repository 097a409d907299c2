package groupwatch.media.keep;

import groupwatch.kit.objects.ObjectStore;
import groupwatch.media.row.KeptObjects;
import groupwatch.media.row.StoredFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Removes a file and its thumbnail from the object store, if no message has it; under the file's lock, so that none gets it meanwhile. */
@Component
public class RemoveFile {

    private final ObjectStore objects;
    private final KeptObjects kept;
    private final TransactionalOperator transaction;

    RemoveFile(ObjectStore objects, KeptObjects kept, TransactionalOperator transaction) {
        this.objects = objects;
        this.kept = kept;
        this.transaction = transaction;
    }

    /** Emits whether it was removed. A process that dies in between leaves a row in {@code objects} that the sweeper finds. */
    public Mono<Boolean> unlessNeeded(String sha256) {
        return kept.lock(sha256, 0)
                .then(kept.isNeeded(sha256))
                .flatMap(needed -> needed ? Mono.just(false) : removed(sha256))
                .as(transaction::transactional);
    }

    private Mono<Boolean> removed(String sha256) {
        return objects.delete(StoredFile.key(sha256))
                .then(objects.delete(thumbnail(sha256, ".jpg")))
                .then(objects.delete(thumbnail(sha256, ".webp")))
                .then(kept.delete(sha256))
                .thenReturn(true);
    }

    private static String thumbnail(String sha256, String extension) {
        return "thumbnails/" + sha256.substring(0, 2) + "/" + sha256 + extension;
    }
}
