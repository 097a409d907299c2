package groupwatch.report.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.link.Link;
import groupwatch.events.link.LinkState;
import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import groupwatch.kit.database.Columns;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.report.testing.RunningDispatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a watchdog says of one account's link. */
final class Links {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningDispatcher service;
    private final String account;
    private long revision;

    Links(RunningDispatcher service, String account) {
        this.service = service;
        this.account = account;
    }

    static LinkState state(String account, long revision, LinkStatus status, Instant at, @Nullable Outage outage) {
        boolean up = status == LinkStatus.OPEN;
        return new LinkState(
                EventId.of("LinkState", account, revision),
                at,
                1,
                revision,
                new Link(
                        account,
                        status,
                        at,
                        up ? "linked" : "lost",
                        up ? "It is linked." : "The connection to WhatsApp was lost.",
                        up ? null : "Look whether the phone has a network.",
                        null,
                        null,
                        null,
                        "2.3.7",
                        List.of(),
                        outage),
                null,
                Set.of("status"));
    }

    /** The next one. */
    LinkState next(LinkStatus status, @Nullable Outage outage) {
        return state(account, ++revision, status, service.clock().instant(), outage);
    }

    LinkState say(LinkStatus status, @Nullable Outage outage) {
        LinkState state = next(status, outage);
        say(state);
        return state;
    }

    /** Returns when it was heard. */
    void say(LinkState state) {
        publish(new OutgoingRecord(
                Topics.LINKS, account, EventCodec.write(state), CloudEvents.headers(state, "/watchdog", account)));
        await().untilAsserted(() -> assertThat(heard()).isGreaterThanOrEqualTo(state.revision()));
    }

    /** The highest revision. */
    private long heard() {
        return service.get(DatabaseClient.class)
                .sql("SELECT coalesce(max(revision), 0) FROM links WHERE account = $1")
                .bind(0, account)
                .map(row -> Columns.first(row, Long.class))
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    /** Its account was removed. Returns when that was heard. */
    void gone() {
        publish(new OutgoingRecord(Topics.LINKS, account, new byte[0], Map.of()));
        await().untilAsserted(() -> assertThat(heard()).isZero());
    }

    void publish(OutgoingRecord record) {
        service.get(RecordPublisher.class).publish(record).block(PATIENCE);
    }
}
