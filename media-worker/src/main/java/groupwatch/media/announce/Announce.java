package groupwatch.media.announce;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.media.MediaEvent;
import groupwatch.events.media.MediaFailed;
import groupwatch.events.media.MediaStored;
import groupwatch.events.media.MessageRef;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.media.MediaMetrics;
import groupwatch.media.row.MediaRow;
import groupwatch.media.row.MediaRows;
import groupwatch.media.row.StoredFile;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells {@code groupwatch.media.v1} how a file is now. Told again, an event has the same id and revision. */
@Component
public class Announce {

    private static final String SOURCE = "/media-worker";
    private static final int SCHEMA_VERSION = 1;

    private final RecordPublisher publisher;
    private final MediaRows rows;
    private final MediaMetrics metrics;

    Announce(RecordPublisher publisher, MediaRows rows, MediaMetrics metrics) {
        this.publisher = publisher;
        this.rows = rows;
        this.metrics = metrics;
    }

    /** Completes when the topic has it. */
    public Mono<Void> tell(MediaRow row) {
        MediaEvent event = event(row);
        String chat = row.message().chat();
        return publisher
                .publish(new OutgoingRecord(
                        Topics.MEDIA, chat, EventCodec.write(event), CloudEvents.headers(event, SOURCE, chat)))
                .then(rows.announced(row.id(), row.revision()))
                .doOnSuccess(told ->
                        metrics.ended(row.state(), row.kind(), Objects.requireNonNullElse(row.reason(), "none")));
    }

    static MediaEvent event(MediaRow row) {
        StoredFile file = row.stored();
        MessageRef message = row.message();
        if (file != null) {
            return new MediaStored(
                    EventId.of("MediaStored", message.scope(), message.id(), row.revision()),
                    row.changedAt(),
                    SCHEMA_VERSION,
                    message,
                    row.revision(),
                    media(row, file),
                    file.text());
        }
        return new MediaFailed(
                EventId.of("MediaFailed", message.scope(), message.id(), row.revision()),
                row.changedAt(),
                SCHEMA_VERSION,
                message,
                row.revision(),
                row.state(),
                Objects.requireNonNullElse(row.reason(), "unknown"),
                row.detail());
    }

    private static Media media(MediaRow row, StoredFile file) {
        String address = "/media/" + row.id();
        return new Media(
                row.kind(),
                file.mime(),
                file.size(),
                file.sha256(),
                file.fileName(),
                file.seconds(),
                file.width(),
                file.height(),
                file.pages(),
                file.animated(),
                MediaState.STORED,
                address,
                file.thumbnail() == null ? null : address + "/thumbnail",
                file.transcript(),
                null);
    }
}
