package groupwatch.store.raw;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.events.EventCodec;
import groupwatch.events.evolution.WebhookPreview;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds raw events again. */
@Repository
public class RawEvents {

    private static final int MOST = 500;

    private static final String OF_MESSAGE = """
            SELECT source_topic, source_partition, source_offset, received_at, body FROM store.raw_events
            WHERE scope = $1 AND (message_id = $2 OR target_id = $2)
            ORDER BY received_at, source_topic, source_partition, source_offset, item LIMIT
            """ + MOST;

    /** Of a message told by several accounts, or again with its history, each telling may have the picture or not. */
    private static final String WITH_PREVIEW = """
            SELECT body FROM store.raw_events
            WHERE scope = $1 AND message_id = $2 AND body LIKE '%"jpegThumbnail"%'
            ORDER BY received_at, source_topic, source_partition, source_offset, item LIMIT 10
            """;

    private final DatabaseClient database;

    RawEvents(DatabaseClient database) {
        this.database = database;
    }

    /** Those of a message and of what was attached to it, in the order of receipt; the first 500. */
    public Flux<RawEvent> ofMessage(String scope, String id) {
        return database.sql(OF_MESSAGE)
                .bind(0, scope)
                .bind(1, id)
                .map(RawEvents::event)
                .all();
    }

    /** The small JPEG that came along with a message; empty when none did, or its raw event is gone. */
    public Mono<byte[]> preview(String scope, String id) {
        return database.sql(WITH_PREVIEW)
                .bind(0, scope)
                .bind(1, id)
                .map(row -> text(row, "body"))
                .all()
                .publishOn(Schedulers.parallel())
                .concatMap(body ->
                        Mono.justOrEmpty(WebhookPreview.of(EventCodec.mapper().readTree(body))))
                .next();
    }

    private static RawEvent event(Readable row) {
        return new RawEvent(
                text(row, "source_topic"),
                value(row, "source_partition", Integer.class),
                value(row, "source_offset", Long.class),
                value(row, "received_at", Instant.class),
                EventCodec.mapper().readTree(text(row, "body")));
    }
}
