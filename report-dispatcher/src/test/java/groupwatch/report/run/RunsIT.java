package groupwatch.report.run;

import static groupwatch.kit.security.Scopes.REPORTS_READ;
import static groupwatch.kit.security.Scopes.REPORTS_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.report.ReportFailed;
import groupwatch.events.report.ReportSent;
import groupwatch.kit.database.Columns;
import groupwatch.report.testing.ReceivedMail;
import groupwatch.report.testing.RunningDispatcher;
import groupwatch.report.unsubscribe.UnsubscribeLinks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;

/** From the due time to the mail: once, late rather than never, and nothing when there is nothing to say. */
class RunsIT {

    private static final String GROUP = "120363000000000101@g.us";

    private static final RunningDispatcher SERVICE = RunningDispatcher.start(RunningDispatcher.servers());

    private final ReportsApi reports = new ReportsApi(SERVICE);
    private final String reader = ReportsApi.recipient();

    @BeforeEach
    void aGroupInWhichSomethingIsSaid() {
        SERVICE.suite().store().group(GROUP, "Equipe Vendas");
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static Instant now() {
        return SERVICE.clock().instant();
    }

    /** Due in one to two minutes, every day. */
    private UUID daily() {
        LocalTime time = LocalTime.ofInstant(now(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(2);
        return reports.add(
                Map.of(
                        "name",
                        "Morning summary",
                        "type",
                        "daily_summary",
                        "schedule",
                        "daily",
                        "time",
                        time.toString()),
                reader);
    }

    private List<ReceivedMail> mails() {
        return SERVICE.mails(reader);
    }

    @Test
    void isSentWhenItIsDueAndTheNextDayAgain() {
        UUID report = daily();
        SERVICE.clock().advance(Duration.ofSeconds(121));
        await().untilAsserted(() -> assertThat(reports.state(report)).isEqualTo("sent"));
        assertThat(mails()).hasSize(1);
        SERVICE.clock().advance(Duration.ofHours(24));
        await().untilAsserted(() -> assertThat(mails()).hasSize(2));
        assertThat(mails().getFirst().header("Message-ID"))
                .isNotEqualTo(mails().getLast().header("Message-ID"));
        assertThat(reports.runs(report)).hasSize(2);
    }

    @Test
    void isMadeUpForAfterADowntimeWithTheDayItIsAbout() {
        UUID report = daily();
        SERVICE.clock().advance(Duration.ofHours(20));
        await().untilAsserted(() -> assertThat(mails()).hasSize(1));
        Instant due = Instant.parse(reports.run(report).path("dueAt").asString());
        assertThat(due).isBefore(now().minus(Duration.ofHours(19)));
        LocalDate yesterday = LocalDate.ofInstant(due, ZoneOffset.UTC).minusDays(1);
        assertThat(reports.run(report).path("from").asString()).isEqualTo(yesterday + "T00:00:00Z");
    }

    @Test
    void saysWhatItMissed() {
        UUID report = daily();
        SERVICE.clock().advance(Duration.ofDays(3).plusHours(2));
        await().untilAsserted(() -> assertThat(reports.state(report)).isEqualTo("sent"));
        assertThat(mails()).hasSize(1);
        assertThat(reports.runs(report).values().stream()
                        .map(run -> run.path("state").asString()))
                .containsExactly("sent", "missed", "missed", "missed");
        await().untilAsserted(() -> assertThat(SERVICE.told(report)).hasSize(4));
        assertThat(SERVICE.told(report).stream().filter(ReportFailed.class::isInstance))
                .hasSize(3);
    }

    @Test
    void isNotDueWhileItIsPaused() {
        UUID paused = reports.paused("daily_summary", reader);
        UUID active = daily();
        SERVICE.clock().advance(Duration.ofHours(24));
        await().untilAsserted(() -> assertThat(reports.state(active)).isEqualTo("sent"));
        assertThat(reports.runs(paused)).isEmpty();
    }

    @Test
    void anAlertWithoutAnythingToSayIsNotSentAndThatIsTold() {
        UUID alert = reports.paused("activity_alert", reader);
        reports.send(alert);
        await().untilAsserted(() -> assertThat(reports.state(alert)).isEqualTo("nothing"));
        await().untilAsserted(() -> assertThat(SERVICE.told(alert))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReportSent.class,
                        sent -> assertThat(sent.run().outcome()).isEqualTo("nothing")));
        assertThat(mails()).isEmpty();
    }

    @Test
    void tellsAHitOnce() {
        UUID alert = reports.add(
                Map.of(
                        "name",
                        "Roof",
                        "type",
                        "keyword_alert",
                        "active",
                        false,
                        "searches",
                        List.of(Map.of("name", "Roof", "query", "scaffold"))),
                reader);
        SERVICE.suite()
                .store()
                .messages()
                .put(GROUP, "HIT-1", "Bruno", now().minusSeconds(600), "The scaffold comes on Friday");
        reports.send(alert);
        await().untilAsserted(() -> assertThat(mails()).hasSize(1));
        assertThat(mails().getFirst().content()).contains("scaffold");
        reports.send(alert);
        await().untilAsserted(() -> assertThat(reports.state(alert)).isEqualTo("nothing"));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void tellsAHitOnceAlsoWhenRunsComeTogether() {
        UUID alert = reports.add(
                Map.of(
                        "name",
                        "Crane",
                        "type",
                        "keyword_alert",
                        "active",
                        false,
                        "searches",
                        List.of(Map.of("name", "Crane", "query", "crane"))),
                reader);
        SERVICE.suite()
                .store()
                .messages()
                .put(GROUP, "CRANE-1", "Bruno", now().minusSeconds(600), "The crane comes on Friday");
        for (int run = 0; run < 4; run++) {
            reports.send(alert);
        }
        await().untilAsserted(() -> assertThat(reports.runs(alert).values().stream()
                        .map(run -> run.path("state").asString()))
                .containsExactlyInAnyOrder("sent", "nothing", "nothing", "nothing"));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void goesToNobodyWhoUnsubscribed() {
        String other = ReportsApi.recipient();
        UUID report = reports.paused("daily_summary", reader, other);
        unsubscribe(report);
        reports.send(report);
        await().untilAsserted(() -> assertThat(reports.state(report)).isEqualTo("sent"));
        assertThat(mails()).isEmpty();
        assertThat(SERVICE.mails(other)).hasSize(1);
        await().untilAsserted(() ->
                assertThat(SERVICE.told(report).getFirst().run().suppressed()).isEqualTo(1));
    }

    private void unsubscribe(UUID report) {
        String ticket =
                SERVICE.get(UnsubscribeLinks.class).of(report, reader).getPath().replaceAll(".*/", "");
        SERVICE.anonymous()
                .post()
                .uri("/unsubscribe/{ticket}", ticket)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("List-Unsubscribe=One-Click")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    @Test
    void eachMailSaysHowToEndItWithOneClick() {
        UUID report = reports.paused("daily_summary", reader);
        reports.send(report);
        await().untilAsserted(() -> assertThat(mails()).hasSize(1));
        assertThat(mails().getFirst().header("List-Unsubscribe"))
                .startsWith("<https://groupwatch.example.org/api/unsubscribe/");
        assertThat(mails().getFirst().header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void waitsForAServiceThatIsAway() {
        UUID report = reports.paused("daily_summary", reader);
        SERVICE.suite().away("store", true);
        reports.send(report);
        await().untilAsserted(() ->
                assertThat(reports.run(report).path("reason").asString("")).contains("message store"));
        assertThat(reports.state(report)).isEqualTo("building");
        SERVICE.suite().away("store", false);
        // its reason is written down before its next time is
        await().untilAsserted(() ->
                assertThat(waits(reports.run(report).path("id").asString())).isTrue());
        SERVICE.clock().advance(Duration.ofMinutes(6));
        await().untilAsserted(() -> assertThat(reports.state(report)).isEqualTo("sent"));
        assertThat(mails()).hasSize(1);
    }

    private static boolean waits(String run) {
        return SERVICE.get(DatabaseClient.class)
                        .sql(
                                "SELECT count(*) FROM jobs WHERE key = $1 AND state = 'waiting' AND last_error IS NOT NULL")
                        .bind(0, run)
                        .map(row -> Columns.first(row, Long.class))
                        .one()
                        .block()
                == 1;
    }

    @Test
    void previewsWithoutSending() {
        UUID report = reports.paused("daily_summary", reader);
        String html = SERVICE.caller(REPORTS_READ)
                .get()
                .uri("/reports/{id}/preview", report)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'none'.*")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(html).contains("By hand").doesNotContain("cid:").doesNotContain(reader);
        assertThat(reports.runs(report)).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @Test
    void askedTwiceWithOneKeyIsSentOnce() {
        UUID report = reports.paused("daily_summary", reader);
        for (int time = 0; time < 2; time++) {
            SERVICE.caller(REPORTS_WRITE)
                    .post()
                    .uri("/reports/{id}/send", report)
                    .header("Idempotency-Key", "today")
                    .exchange()
                    .expectStatus()
                    .isAccepted();
        }
        await().untilAsserted(() -> assertThat(reports.state(report)).isEqualTo("sent"));
        assertThat(reports.runs(report)).hasSize(1);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void keepsNothingOfWhatItSaidOnceItIsOut() {
        UUID report = reports.paused("daily_summary", reader);
        reports.send(report);
        await().untilAsserted(() -> assertThat(reports.state(report)).isEqualTo("sent"));
        assertThat(SERVICE.get(DatabaseClient.class)
                        .sql("SELECT count(*) FROM runs WHERE report_id = $1 AND content IS NOT NULL")
                        .bind(0, report)
                        .map(row -> row.get(0, Long.class))
                        .one()
                        .block())
                .isZero();
    }
}
