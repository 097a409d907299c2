package groupwatch.watchdog.groups;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.evolution.FoundRows;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.OversizedRecordException;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.watchdog.raw.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Tells the raw topic of a group as it was fetched, as the gateway tells of one it received: the same body has the same id. */
@Component
class PublishGroups {

    private static final Logger log = LoggerFactory.getLogger(PublishGroups.class);

    private final RecordPublisher publisher;
    private final GroupMetrics metrics;

    PublishGroups(RecordPublisher publisher, GroupMetrics metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /**
     * Emits its JID when the broker has it.
     *
     * @param at before it was asked for: whatever is known to have happened later is newer
     */
    Mono<String> publish(String instance, Instant at, JsonNode group) {
        String jid = group.path("id").asString("");
        return publisher
                .publish(record(instance, at, jid, group))
                .doOnSuccess(told -> metrics.published())
                .onErrorResume(OversizedRecordException.class, error -> tooLarge(instance, jid))
                .thenReturn(jid);
    }

    private static OutgoingRecord record(String instance, Instant at, String jid, JsonNode group) {
        byte[] body = FoundRows.group(instance, at, group);
        String source = "/evolution/" + UriUtils.encode(instance, StandardCharsets.UTF_8);
        String id = EventId.of("webhook", source, Sha256.of(body));
        return new OutgoingRecord(
                Topics.RAW_GROUPS,
                jid,
                body,
                CloudEvents.headers(id, source, "evolution." + FoundRows.GROUPS, at, jid));
    }

    /** The others are not to wait for it. */
    private static Mono<Void> tooLarge(String instance, String jid) {
        log.atError()
                .addKeyValue("account", instance)
                .addKeyValue("group", jid)
                .log("A group is too large for a record; its snapshot is not published");
        return Mono.empty();
    }
}
