package groupwatch.media.fetch;

import groupwatch.kit.evolution.EvolutionClient;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.objects.ByteRange;
import groupwatch.kit.objects.ObjectMissingException;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.media.FetchSettings;
import groupwatch.media.MediaMetrics;
import groupwatch.media.MediaWorkerProperties;
import groupwatch.media.row.ClaimedFile;
import groupwatch.media.row.MediaRow;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gets the bytes of a message's file: those that came along with the webhook, else from the gateway to WhatsApp; and makes sure of them. */
@Component
class Bytes {

    /** Buffers of the object store asked for ahead of the disk. */
    private static final int AHEAD = 4;

    private final ObjectStore objects;
    private final EvolutionClient evolution;
    private final WorkFolder work;
    private final FetchSettings settings;
    private final MediaMetrics metrics;

    Bytes(
            ObjectStore objects,
            EvolutionClient evolution,
            WorkFolder work,
            MediaWorkerProperties properties,
            MediaMetrics metrics) {
        this.objects = objects;
        this.evolution = evolution;
        this.work = work;
        this.settings = properties.fetch();
        this.metrics = metrics;
    }

    /**
     * Into a file. Bytes that came along and are gone, or are not the right ones, are asked for instead.
     *
     * @return fails with {@link WrongBytesException}, {@link OversizedFileException}, {@link EvolutionException}, {@link DiskTroubleException}, or as the object store does
     */
    Mono<LocalFile> into(Path path, MediaRow row) {
        String claim = row.claim();
        return claim == null
                ? asked(path, row)
                : came(path, claim, row)
                        .onErrorResume(
                                error ->
                                        error instanceof ObjectMissingException || error instanceof WrongBytesException,
                                error -> asked(path, row));
    }

    private Mono<LocalFile> came(Path path, String claim, MediaRow row) {
        return Mono.using(
                        () -> open(path),
                        file -> objects.read(claim, ByteRange.ALL)
                                .publishOn(work.disk(), AHEAD)
                                .doOnNext(file::write)
                                .then(Mono.fromCallable(() -> file.finish(path))),
                        HashedFile::close)
                .subscribeOn(work.disk())
                .doOnNext(file -> check(file, row.claimed()))
                .doOnNext(file -> metrics.fetched("claim", file.size()));
    }

    private Mono<LocalFile> asked(Path path, MediaRow row) {
        String instance = row.instance();
        if (instance == null) {
            return Mono.error(new EvolutionException(
                    EvolutionException.Kind.NO_INSTANCE, "no linked account is known that saw the message"));
        }
        return Mono.using(
                        () -> open(path),
                        file -> evolution
                                .mediaOf(instance, row.message().id(), file)
                                .publishOn(work.disk())
                                .map(size -> file.finish(path)),
                        HashedFile::close)
                .subscribeOn(work.disk())
                .doOnNext(file -> check(file, row.claimed()))
                .doOnNext(file -> metrics.fetched("evolution", file.size()));
    }

    private HashedFile open(Path path) {
        return new HashedFile(path, settings.maxSize().toBytes());
    }

    /** The hash decides where the message has one; some senders' lengths are wrong. */
    private static void check(LocalFile file, ClaimedFile claimed) {
        if (claimed.sha256() != null) {
            if (!claimed.sha256().equalsIgnoreCase(file.sha256())) {
                throw new WrongBytesException("hash-mismatch", "the file has another hash than its message says");
            }
        } else if (claimed.size() != null && claimed.size() != file.size()) {
            throw new WrongBytesException(
                    "size-mismatch", "the file has " + file.size() + " bytes, its message says " + claimed.size());
        }
    }
}
