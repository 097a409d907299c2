package groupwatch.media.retention;

import groupwatch.kit.objects.ObjectStore;
import groupwatch.kit.objects.StoredObject;
import groupwatch.media.MediaMetrics;
import groupwatch.media.MediaWorkerProperties;
import groupwatch.media.SweepSettings;
import groupwatch.media.announce.Announce;
import groupwatch.media.fetch.WorkFolder;
import groupwatch.media.keep.RemoveFile;
import groupwatch.media.row.KeptObjects;
import groupwatch.media.row.MediaRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds what a process that died left behind, and what nobody came for: objects and thumbnails that no message has, claims that no file waits
 * for, whole bodies whose record is gone, temporary files, writes that were never finished. And tells the topic what it was not told.
 */
@Component
class Sweeper {

    private static final int PORTION = 500;
    private static final int AT_ONCE = 4;

    /** Longer than it takes to publish. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private final ObjectStore objects;
    private final KeptObjects kept;
    private final MediaRows rows;
    private final RemoveFile remove;
    private final WorkFolder work;
    private final Announce announce;
    private final MediaMetrics metrics;
    private final SweepSettings settings;
    private final Clock clock;

    Sweeper(
            ObjectStore objects,
            KeptObjects kept,
            MediaRows rows,
            RemoveFile remove,
            WorkFolder work,
            Announce announce,
            MediaMetrics metrics,
            MediaWorkerProperties properties,
            Clock clock) {
        this.objects = objects;
        this.kept = kept;
        this.rows = rows;
        this.remove = remove;
        this.work = work;
        this.announce = announce;
        this.metrics = metrics;
        this.settings = properties.sweep();
        this.clock = clock;
    }

    /** All of it; a part that fails leaves the others alone, and is told at the end. */
    Mono<Void> sweep() {
        Instant before = clock.instant().minus(settings.minAge());
        return Flux.concatDelayError(
                        work.sweep(before).doOnNext(count -> metrics.swept("temporary", count)),
                        objects.sweepUnfinished(before).doOnNext(count -> metrics.swept("unfinished", count)),
                        unneeded(),
                        files("media/", before),
                        files("thumbnails/", before),
                        claims(before),
                        bodies(clock.instant().minus(settings.bodiesFor())))
                .then();
    }

    /** What was written down and not published. */
    Mono<Void> tellUntold() {
        return rows.untold(clock.instant().minus(UNTOLD), PORTION)
                .concatMap(announce::tell)
                .then();
    }

    /** Removed while a process died, or kept for a row that was erased meanwhile. */
    private Mono<Void> unneeded() {
        return kept.unneeded(PORTION).flatMap(remove::unlessNeeded, AT_ONCE).then();
    }

    /** Objects under the address of a hash; the lock is taken for each that seems to be needed by nobody. */
    private Mono<Void> files(String prefix, Instant before) {
        return older(prefix, before)
                .concatMap(portion -> rows.needed(
                                portion.stream().map(Sweeper::hash).toList())
                        .flatMapMany(needed -> left(portion, needed, Sweeper::hash))
                        .flatMap(object -> remove.unlessNeeded(hash(object)), AT_ONCE)
                        .filter(Boolean::booleanValue)
                        .doOnNext(removed -> metrics.swept("objects", 1)))
                .then();
    }

    private Mono<Void> claims(Instant before) {
        return older("claims/", before)
                .concatMap(portion -> rows.claimed(
                                portion.stream().map(StoredObject::key).toList())
                        .flatMapMany(named -> left(portion, named, StoredObject::key))
                        .flatMap(
                                object -> objects.delete(object.key()).doOnSuccess(done -> metrics.swept("claims", 1)),
                                AT_ONCE))
                .then();
    }

    private Mono<Void> bodies(Instant before) {
        return objects.list("bodies/")
                .filter(object -> object.storedAt().isBefore(before))
                .flatMap(
                        object -> objects.delete(object.key()).doOnSuccess(done -> metrics.swept("bodies", 1)), AT_ONCE)
                .then();
    }

    private Flux<List<StoredObject>> older(String prefix, Instant before) {
        return objects.list(prefix)
                .filter(object -> object.storedAt().isBefore(before))
                .buffer(PORTION);
    }

    private static Flux<StoredObject> left(
            List<StoredObject> all, List<String> needed, Function<StoredObject, String> name) {
        Set<String> known = new HashSet<>(needed);
        return Flux.fromIterable(all).filter(object -> !known.contains(name.apply(object)));
    }

    /** The last part of the key, without an ending. */
    private static String hash(StoredObject object) {
        return object.key().replaceAll(".*/", "").replaceAll("\\..*", "");
    }
}
