package groupwatch.media.retention;

import groupwatch.events.message.MediaState;
import groupwatch.media.MediaMetrics;
import groupwatch.media.announce.Announce;
import groupwatch.media.keep.RemoveFile;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a message's file away: the row says so, the topic is told, and the object goes when no other message has it. */
@Component
class RemoveMedia {

    private final MediaRows rows;
    private final Announce announce;
    private final RemoveFile files;
    private final MediaMetrics metrics;

    RemoveMedia(MediaRows rows, Announce announce, RemoveFile files, MediaMetrics metrics) {
        this.rows = rows;
        this.announce = announce;
        this.files = files;
        this.metrics = metrics;
    }

    /** Its time is over; what is known of the message's file stays. */
    Mono<Void> expire(MediaRow row) {
        return take(row, MediaState.EXPIRED, "retention", "kept for as long as the settings say");
    }

    /** Nothing of it stays. Done again after a failure it goes on. */
    Mono<Void> erase(MediaRow row) {
        return take(row, MediaState.FAILED, "erased", "erased on request").then(rows.delete(row.id()));
    }

    private Mono<Void> take(MediaRow row, MediaState state, String reason, String detail) {
        String sha256 = row.stored() == null ? null : row.stored().sha256();
        return rows.ended(row.id(), state, reason, detail)
                .flatMap(announce::tell)
                .then(sha256 == null ? Mono.empty() : files.unlessNeeded(sha256))
                .doOnSuccess(removed -> metrics.removed(reason))
                .then();
    }
}
