package groupwatch.media.fetch;

import groupwatch.media.MediaMetrics;
import groupwatch.media.inspect.Claimed;
import groupwatch.media.inspect.Inspect;
import groupwatch.media.inspect.Inspection;
import groupwatch.media.keep.KeepFile;
import groupwatch.media.keep.Measured;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks into a fetched file, unless the same bytes were looked into before, and has it kept. */
@Component
class KeepFetched {

    private final MediaRows rows;
    private final Inspect inspect;
    private final KeepFile keep;
    private final WorkFolder work;
    private final MediaMetrics metrics;

    KeepFetched(MediaRows rows, Inspect inspect, KeepFile keep, WorkFolder work, MediaMetrics metrics) {
        this.rows = rows;
        this.inspect = inspect;
        this.keep = keep;
        this.work = work;
        this.metrics = metrics;
    }

    /** Emits the row as stored; empty when it was erased meanwhile. */
    Mono<MediaRow> kept(MediaRow row, LocalFile file) {
        return rows.measured(file.sha256())
                .doOnNext(same -> metrics.deduplicated())
                .map(Measured::again)
                .switchIfEmpty(Mono.defer(() -> inspected(row, file)))
                .flatMap(measured -> keep.keep(row, file.sha256(), file.size(), measured, work.read(file.path())));
    }

    private Mono<Measured> inspected(MediaRow row, LocalFile file) {
        return inspect.of(
                        file.path(),
                        new Claimed(
                                row.kind(), row.claimed().mime(), row.claimed().fileName()))
                .map(KeepFetched::measured);
    }

    private static Measured measured(Inspection found) {
        return new Measured(
                found.mime(),
                found.seconds(),
                found.width(),
                found.height(),
                found.pages(),
                found.animated(),
                found.thumbnail(),
                null,
                null,
                found.text(),
                found.trouble());
    }
}
