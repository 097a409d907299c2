package groupwatch.media.serve;

import groupwatch.events.message.MediaState;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds files that are there to be served; of others it says why they are not. */
@Component
class MediaFinder {

    private final MediaRows rows;

    MediaFinder(MediaRows rows) {
        this.rows = rows;
    }

    /** @return a row with {@code stored}; else fails with a problem */
    Mono<MediaRow> find(UUID id, Caller caller) {
        return whole(rows.find(id).filter(row -> caller.mayRead(row.message().chat())));
    }

    /** For whoever holds a ticket to it. */
    Mono<MediaRow> find(UUID id) {
        return whole(rows.find(id));
    }

    private static Mono<MediaRow> whole(Mono<MediaRow> found) {
        return found.switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such file.")))
                .map(MediaFinder::there);
    }

    private static MediaRow there(MediaRow row) {
        if (row.stored() != null && row.deletedAt() == null) {
            return row;
        }
        if (row.state() == MediaState.PENDING) {
            throw new ProblemException(
                            HttpStatus.NOT_FOUND, "media-pending", "The file is not here yet; it is being fetched.")
                    .with("state", "pending");
        }
        throw gone(row);
    }

    private static ProblemException gone(MediaRow row) {
        String state = row.deletedAt() == null ? row.state().wire() : "deleted";
        ProblemException gone = new ProblemException(
                HttpStatus.GONE,
                "media-gone",
                switch (state) {
                    case "expired" -> "WhatsApp no longer had the file when it was asked for.";
                    case "deleted" -> "The file was removed: it was kept as long as it was to be kept.";
                    default -> "The file could not be had.";
                });
        gone.with("state", state);
        return row.reason() == null ? gone : gone.with("reason", row.reason());
    }
}
