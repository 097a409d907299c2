package groupwatch.report.alert;

import static groupwatch.kit.security.Scopes.REPORTS_WRITE;
import static groupwatch.kit.security.Scopes.SUITE_READ;
import static groupwatch.kit.security.Scopes.SUITE_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.link.LinkState;
import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import groupwatch.kit.database.Columns;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.testing.TestKafka;
import groupwatch.report.testing.Conversation;
import groupwatch.report.testing.Conversation.Moment;
import groupwatch.report.testing.ReceivedMail;
import groupwatch.report.testing.RunningDispatcher;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.json.JsonCompareMode;

/** Mails about links, from the topic to the mail server, with two replicas. */
class AlertsIT {

    private static final RunningDispatcher.Servers SERVERS = RunningDispatcher.servers();
    private static final RunningDispatcher ONE = RunningDispatcher.start(SERVERS);
    private static final RunningDispatcher OTHER = RunningDispatcher.start(SERVERS);

    private final String account = "a" + UUID.randomUUID().toString().substring(0, 6);
    private final String reader = account + "@example.com";
    private final AlertsApi alerts = new AlertsApi(ONE, SERVERS.smtp());
    private final Links link = new Links(ONE, account);

    @AfterEach
    void nothingIsLeft() {
        SERVERS.smtp().always(Conversation.willing());
        link.gone();
    }

    @AfterAll
    static void stop() {
        OTHER.close();
        ONE.close();
        SERVERS.broker().kill();
    }

    private static void pass(Duration time) {
        Stream.of(ONE, OTHER).forEach(replica -> replica.clock().advance(time));
    }

    private static Instant now() {
        return ONE.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Outage begun() {
        return new Outage(UUID.randomUUID().toString(), now(), null, null, null);
    }

    private static Outage over(Outage outage) {
        return new Outage(outage.id(), outage.from(), now(), null, null);
    }

    private static Outage settled(Outage over, long filledIn, long missing) {
        return new Outage(over.id(), over.from(), over.to(), filledIn, missing);
    }

    private void awaitSubjects(String... starts) {
        await().untilAsserted(() -> {
            assertThat(alerts.subjects(reader)).hasSize(starts.length);
            for (int at = 0; at < starts.length; at++) {
                assertThat(alerts.subjects(reader).get(at)).startsWith(starts[at]);
            }
        });
    }

    private LinkState say(LinkStatus status, Outage outage) {
        LinkState state = link.say(status, outage);
        // more might have come at once
        pass(Duration.ofSeconds(4));
        return state;
    }

    private String down() {
        return "WhatsApp link down: " + account + " (since ";
    }

    private String back(String told) {
        return "WhatsApp link back: " + account + " (" + told + ")";
    }

    @Test
    void oneMailSaysThatItIsDownAndOneThatItIsBackHoweverOftenTheTopicTellsIt() {
        alerts.tell(reader);
        Outage outage = begun();
        LinkState first = say(LinkStatus.CLOSED, outage);
        link.say(first);
        pass(Duration.ofMinutes(11));
        awaitSubjects(down());
        assertThat(alerts.mails(reader).getFirst().content()).contains("The connection to WhatsApp was lost.");

        Outage over = over(outage);
        LinkState open = say(LinkStatus.OPEN, over);
        say(LinkStatus.OPEN, settled(over, 23, 1));
        awaitSubjects(down(), back("23 messages filled in, 1 still missing"));

        link.say(first);
        link.say(open);
        nothingMoreIsTold(down(), back("23 messages filled in, 1 still missing"));
    }

    /** Of the same account and so read after all that was said: a new outage is told, and nothing else. */
    private void nothingMoreIsTold(String... told) {
        say(LinkStatus.LOGGED_OUT, begun());
        pass(Duration.ofMinutes(2));
        awaitSubjects(Stream.concat(Stream.of(told), Stream.of(down())).toArray(String[]::new));
    }

    @Test
    void aShortOutageIsNotTold() {
        alerts.tell(reader);
        Outage outage = begun();
        say(LinkStatus.CLOSED, outage);
        pass(Duration.ofMinutes(8));
        say(LinkStatus.OPEN, settled(over(outage), 3, 0));
        pass(Duration.ofHours(1));
        nothingMoreIsTold();
    }

    @Test
    void statesThatComeInTheWrongOrderTellWhatIsTrue() {
        alerts.tell(reader);
        Outage outage = begun();
        LinkState began = link.next(LinkStatus.CLOSED, outage);
        LinkState ended = link.next(LinkStatus.OPEN, over(outage));
        link.say(ended);
        link.say(began);
        pass(Duration.ofHours(1));
        nothingMoreIsTold();
    }

    @Test
    void whatCouldNotBeHandedOverIsHandedOverLaterInItsOrderAndUnderOneId() {
        alerts.tell(reader);
        // takes the mail and does not come to say so, then is away
        SERVERS.smtp().next(Conversation.willing().hangingUpAt(Moment.CONTENT));
        SERVERS.smtp().always(Conversation.willing().answering(Moment.CONNECT, "421 4.3.2 later"));
        Outage outage = begun();
        say(LinkStatus.CLOSED, outage);
        pass(Duration.ofMinutes(11));
        awaitSubjects(down());
        say(LinkStatus.OPEN, settled(over(outage), 5, 0));
        await().untilAsserted(() -> assertThat(waiting(outage)).isEqualTo(2));
        SERVERS.smtp().always(Conversation.willing());
        pass(Duration.ofMinutes(4));
        awaitSubjects(down(), down(), back("5 messages filled in"));

        assertThat(alerts.mails(reader).stream()
                        .map(mail -> mail.header("Message-ID"))
                        .distinct())
                .hasSize(2);
        assertThat(alerts.mails(reader).get(1).header("Message-ID"))
                .isEqualTo(alerts.mails(reader).get(0).header("Message-ID"));
    }

    /** Jobs of an outage that were begun and wait for another time. */
    private static long waiting(Outage outage) {
        return ONE.get(DatabaseClient.class)
                .sql("SELECT count(*) FROM jobs WHERE key LIKE $1 AND state = 'waiting' AND last_error IS NOT NULL")
                .bind(0, outage.id() + ":%")
                .map(row -> Columns.first(row, Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void whoIsTakenOffOrWantsNoMailGetsNone() {
        String unwilling = "unwilling-" + reader;
        ONE.caller(REPORTS_WRITE)
                .post()
                .uri("/reports/suppressions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"address\":\"" + unwilling + "\"}")
                .exchange()
                .expectStatus()
                .isCreated();
        String gone = "gone-" + reader;
        alerts.tell(reader, unwilling, gone);
        Outage outage = begun();
        say(LinkStatus.RESTRICTED, outage);
        pass(Duration.ofMinutes(2));
        awaitSubjects(down());
        await().untilAsserted(() -> assertThat(alerts.subjects(gone)).hasSize(1));

        alerts.tell(reader, unwilling, "new-" + reader);
        say(LinkStatus.OPEN, settled(over(outage), 1, 0));
        awaitSubjects(down(), back("1 message filled in"));
        assertThat(alerts.mails(gone)).hasSize(1);
        assertThat(alerts.mails(unwilling)).isEmpty();
        assertThat(alerts.mails("new-" + reader)).isEmpty();
        assertThat(Stream.of(ONE, OTHER)
                        .mapToDouble(replica -> replica.get(MeterRegistry.class)
                                .counter("groupwatch.alerts", "kind", "down", "outcome", "suppressed")
                                .count())
                        .sum())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void anAccountThatIsRemovedIsNotTold() {
        alerts.tell(reader);
        say(LinkStatus.CLOSED, begun());
        link.gone();
        pass(Duration.ofHours(1));
        nothingMoreIsTold();
    }

    @Test
    void aRecordThatNobodyCanReadOrKeepIsSetAside() {
        link.publish(new OutgoingRecord(
                Topics.LINKS, account, "{\"type\":\"LinkState\"".getBytes(StandardCharsets.UTF_8), Map.of()));
        LinkState state = link.next(LinkStatus.CLOSED, new Outage("no database takes \0", now(), null, null, null));
        link.publish(new OutgoingRecord(Topics.LINKS, account, EventCodec.write(state), Map.of()));
        alerts.tell(reader);
        nothingMoreIsTold();
        assertThat(new TestKafka(SERVERS.broker().bootstrapServers())
                        .readAll(Topics.LINKS + ".report-dispatcher-links.dlt"))
                .filteredOn(record -> account.equals(record.key()))
                .hasSize(2);
    }

    @Test
    void aTestMailComesAtOnceToWhoeverIsToldOrToOneOther() {
        alerts.tell(reader);
        alerts.post("/settings/alerts/test", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.results.length()")
                .isEqualTo(1)
                .jsonPath("$.results[0].to")
                .isEqualTo(reader)
                .jsonPath("$.results[0].result")
                .isEqualTo("accepted");
        assertThat(alerts.subjects(reader)).singleElement().asString().startsWith("Test · WhatsApp link down: sales");
        String other = "other-" + reader;
        alerts.post("/settings/alerts/test", "{\"to\":\"" + other + "\"}")
                .expectStatus()
                .isOk();
        assertThat(alerts.mails(other).stream().map(ReceivedMail::to)).containsExactly(other);
    }

    @Test
    void settingsAreChosenOverTheConfigurationAndGivenBackToIt() {
        alerts.choose("""
                        {"recipients":["Ana@Example.com","ana@example.com"],"after":"5m","language":"pt-BR","zone":"America/Sao_Paulo"}""").expectStatus().isOk();
        shown("""
                {"source":"chosen","recipients":["Ana@example.com"],"after":"5m","language":"pt-BR","zone":"America/Sao_Paulo"}""");
        ONE.caller(SUITE_WRITE)
                .delete()
                .uri("/settings/alerts")
                .exchange()
                .expectStatus()
                .isOk();
        shown("""
                {"source":"configured","recipients":[],"after":"10m","language":"en","zone":"UTC"}""");
        alerts.post("/settings/alerts/test", "{}").expectStatus().isBadRequest();
    }

    private static void shown(String json) {
        OTHER.caller(SUITE_READ)
                .get()
                .uri("/settings/alerts")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(json, JsonCompareMode.STRICT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipients|{}",
                "recipients[0]|{\"recipients\":[\"Ana <ana@example.com>\"]}",
                "recipients[1]|{\"recipients\":[\"ana@example.com\",7]}",
                "after|{\"recipients\":[],\"after\":\"soon\"}",
                "after|{\"recipients\":[],\"after\":\"8d\"}",
                "after|{\"recipients\":[],\"after\":\"-1m\"}",
                "language|{\"recipients\":[],\"language\":\"tlh\"}",
                "zone|{\"recipients\":[],\"zone\":\"Mars\"}",
                "afterUrgent|{\"recipients\":[],\"afterUrgent\":\"1m\"}",
            })
    void whatIsWrongIsNamed(String field, String settings) {
        alerts.choose(settings)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(field);
    }
}
