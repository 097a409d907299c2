package groupwatch.watchdog.resync;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.evolution.FoundRows;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.OversizedRecordException;
import groupwatch.kit.kafka.RecordPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Writes rows that ours lacked to {@code groupwatch.raw.history}, as a webhook that has just come. */
@Component
class Publication {

    private static final Logger log = LoggerFactory.getLogger(Publication.class);

    /** Half of what the topic takes. */
    private static final int LARGEST = 8 * 1024 * 1024;

    private static final int ROWS_A_RECORD = 100;

    private final RecordPublisher publisher;
    private final Clock clock;

    Publication(RecordPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Completes when all are kept. What is too large for any record is left out, and missed later.
     *
     * @param owner JID of the linked account
     */
    Mono<Void> publish(String account, @Nullable String owner, List<JsonNode> rows) {
        return Flux.range(0, (rows.size() + ROWS_A_RECORD - 1) / ROWS_A_RECORD)
                .concatMapIterable(i -> records(
                        account,
                        owner,
                        rows.subList(i * ROWS_A_RECORD, Math.min(rows.size(), (i + 1) * ROWS_A_RECORD))))
                .concatMap(this::publish)
                .then();
    }

    private Mono<Void> publish(OutgoingRecord record) {
        return publisher.publish(record).onErrorResume(OversizedRecordException.class, error -> {
            log.atError()
                    .addKeyValue("account", record.key())
                    .addKeyValue("bytes", record.size())
                    .log("A message of Evolution's store is too large to be published");
            return Mono.empty();
        });
    }

    private List<OutgoingRecord> records(String account, @Nullable String owner, List<JsonNode> rows) {
        byte[] value = FoundRows.messages(account, owner, clock.instant(), rows);
        if (value.length <= LARGEST || rows.size() == 1) {
            return List.of(new OutgoingRecord(Topics.RAW_HISTORY, account, value, headers(account, rows)));
        }
        int half = rows.size() / 2;
        List<OutgoingRecord> records = new ArrayList<>(records(account, owner, rows.subList(0, half)));
        records.addAll(records(account, owner, rows.subList(half, rows.size())));
        return records;
    }

    /** The same rows have the same id, whenever they are published. */
    private Map<String, String> headers(String account, List<JsonNode> rows) {
        String source = "/evolution/" + UriUtils.encode(account, StandardCharsets.UTF_8);
        String id = EventId.of(FoundRows.MESSAGES, source, rows);
        return CloudEvents.headers(id, source, "evolution." + FoundRows.MESSAGES, clock.instant(), null);
    }
}
