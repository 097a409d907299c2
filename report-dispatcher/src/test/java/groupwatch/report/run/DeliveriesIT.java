package groupwatch.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.report.ReportEvent;
import groupwatch.events.report.ReportFailed;
import groupwatch.events.report.ReportSent;
import groupwatch.report.testing.Conversation;
import groupwatch.report.testing.Conversation.Moment;
import groupwatch.report.testing.ReceivedMail;
import groupwatch.report.testing.ResendReply;
import groupwatch.report.testing.ResendStub;
import groupwatch.report.testing.RunningDispatcher;
import groupwatch.report.testing.ScriptedSmtp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What becomes of mails when the mail server does not take them as it should, as whoever looks at the runs sees it. */
class DeliveriesIT {

    private static final ResendStub RESEND = new ResendStub();
    private static final RunningDispatcher SERVICE = RunningDispatcher.start(
            RunningDispatcher.servers(),
            "--groupwatch.report.mail.answer-time-limit=2s",
            "--groupwatch.report.resend.url=" + RESEND.url());

    private final ReportsApi reports = new ReportsApi(SERVICE);
    private final String reader = ReportsApi.recipient();
    private final ScriptedSmtp smtp = ScriptedSmtp.start();
    private final UUID report = reports.paused("daily_summary", reader);

    @BeforeEach
    void mailGoesToTheScriptedServer() {
        reports.mailBy(settings("\"tls\":\"none\""));
    }

    private String settings(String more) {
        return """
                {"host":"localhost","port":%d,"from":"reports@example.org",%s}""".formatted(smtp.port(), more);
    }

    @AfterEach
    void nothingWaitsForTheNextTest() {
        reports.remove(report);
        smtp.close();
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        RESEND.close();
    }

    private void awaitResults(String... results) {
        await().untilAsserted(() -> assertThat(reports.results(report)).containsExactly(results));
    }

    private void awaitRun(String state) {
        await().untilAsserted(() -> assertThat(reports.state(report)).isEqualTo(state));
    }

    /** Long enough for the next attempt, whichever it is, once it waits for it. */
    private void nextAttempt() {
        await().untilAsserted(() ->
                assertThat(reports.delivery(report).path("nextAt").isString()).isTrue());
        SERVICE.clock().advance(Duration.ofMinutes(16));
    }

    private ReportEvent told() {
        await().untilAsserted(() -> assertThat(SERVICE.told(report)).hasSize(1));
        return SERVICE.told(report).getFirst();
    }

    @Test
    void arrivesOnceAndIsTold() {
        reports.send(report);
        awaitRun("sent");
        assertThat(smtp.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).isEqualTo(reader));
        assertThat(reports.delivery(report).path("state").asString()).isEqualTo("accepted");
        assertThat(told()).isInstanceOfSatisfying(ReportSent.class, sent -> {
            assertThat(sent.run().outcome()).isEqualTo("sent");
            assertThat(sent.run().delivered()).isEqualTo(1);
            assertThat(sent.run().byHand()).isTrue();
        });
    }

    @Test
    void waitsForTheRightPasswordAndArrivesThen() {
        smtp.next(Conversation.willing()
                .offering("AUTH PLAIN LOGIN")
                .answering(Moment.AUTH, "535 5.7.8 Authentication failed"));
        reports.mailBy(settings("\"tls\":\"none\",\"user\":\"reports\",\"pass\":\"wrong\""));
        reports.send(report);
        awaitResults("unusable");
        JsonNode delivery = reports.delivery(report);
        assertThat(delivery.path("state").asString()).isEqualTo("waiting");
        assertThat(delivery.path("said").asString()).contains("535").doesNotContain("wrong");
        assertThat(delivery.path("nextAt").isString()).isTrue();

        reports.mailBy(settings("\"tls\":\"none\""));
        nextAttempt();
        awaitRun("sent");
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void doesNotGoInTheClearWhenEncryptionIsRequired() {
        reports.mailBy(settings("\"tls\":\"starttls\""));
        reports.send(report);
        awaitResults("unusable");
        assertThat(reports.delivery(report).path("said").asString()).containsIgnoringCase("starttls");
        assertThat(smtp.mails()).isEmpty();
        assertThat(smtp.commands()).noneMatch(command -> command.startsWith("RCPT"));
    }

    @Test
    void isTriedAgainWhenTheServerSaysLater() {
        smtp.next(
                Conversation.willing().answering(Moment.CONNECT, "421 4.3.2 shutting down"),
                Conversation.willing().answering(Moment.RCPT, "450 4.2.1 mailbox busy"));
        reports.send(report);
        awaitResults("deferred");
        nextAttempt();
        awaitResults("deferred", "deferred");
        nextAttempt();
        awaitResults("deferred", "deferred", "accepted");
        awaitRun("sent");
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void isNotTriedAgainWhenTheServerSaysNever() {
        smtp.next(Conversation.willing().answering(Moment.RCPT, "550 5.1.1 <" + reader + ">: no such mailbox"));
        reports.send(report);
        awaitRun("failed");
        assertThat(reports.results(report)).containsExactly("refused");
        assertThat(reports.delivery(report).path("said").asString())
                .contains("550 5.1.1 <" + reader + ">: no such mailbox");
        assertThat(told()).isInstanceOfSatisfying(ReportFailed.class, failed -> {
            assertThat(failed.reason())
                    .contains("<r…@example.com>: no such mailbox")
                    .doesNotContain(reader);
            assertThat(failed.run().undelivered())
                    .singleElement()
                    .satisfies(one -> assertThat(one.recipient()).isEqualTo("r…@example.com"));
        });
    }

    @Test
    void isTriedAgainWhenTheServerFallsSilentInTheMiddle() {
        smtp.next(Conversation.willing().silentAt(Moment.CONTENT_BEGUN));
        reports.send(report);
        awaitResults("deferred");
        nextAttempt();
        awaitRun("sent");
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void isTheSameMailWhenNobodyKnowsWhetherItWasTaken() {
        smtp.next(Conversation.willing().hangingUpAt(Moment.CONTENT));
        reports.send(report);
        awaitResults("deferred");
        nextAttempt();
        awaitRun("sent");
        List<ReceivedMail> both = smtp.mails();
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().header("Message-ID"))
                .startsWith("<")
                .isEqualTo(both.getLast().header("Message-ID"));
        assertThat(both.getFirst().header("Date")).isEqualTo(both.getLast().header("Date"));
    }

    @Test
    void saysOfEachAttemptThatItBrokeOff() {
        smtp.next(Conversation.willing().answering(Moment.RCPT, "450 4.2.1 mailbox busy"));
        reports.send(report);
        awaitResults("deferred");
        // as two processes leave it that died in the middle, one after the other
        SERVICE.get(DatabaseClient.class)
                .sql("UPDATE deliveries SET state = 'handing_over', attempts = attempts + 2 WHERE recipient = $1")
                .bind(0, reader)
                .then()
                .block();
        nextAttempt();
        awaitResults("deferred", "broken_off", "broken_off", "accepted");
    }

    @Test
    void waitsAsLongAsResendWants() {
        RESEND.next(ResendReply.limited(90));
        reports.mailBy("""
                {"host":"resend","pass":"%s","from":"reports@example.org"}""".formatted(ResendStub.KEY));
        reports.send(report);
        awaitResults("deferred");
        assertThat(reports.delivery(report).path("state").asString()).isEqualTo("waiting");
        await().untilAsserted(() ->
                assertThat(reports.delivery(report).path("nextAt").isString()).isTrue());
        SERVICE.clock().advance(Duration.ofSeconds(95));
        awaitRun("sent");
        assertThat(RESEND.mails().stream().filter(mail -> mail.to().equals(reader)))
                .hasSize(1);
        assertThat(RESEND.requests().stream()
                        .filter(request -> request.to().equals(reader))
                        .map(ResendStub.Request::key)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void isGivenUpAfterADay() {
        smtp.always(Conversation.willing().answering(Moment.MAIL, "451 4.3.0 try again later"));
        reports.send(report);
        awaitResults("deferred");
        await().untilAsserted(() ->
                assertThat(reports.delivery(report).path("nextAt").isString()).isTrue());
        SERVICE.clock().advance(Duration.ofHours(25));
        awaitRun("failed");
        assertThat(reports.delivery(report).path("state").asString()).isEqualTo("expired");
        assertThat(told())
                .isInstanceOfSatisfying(
                        ReportFailed.class,
                        failed -> assertThat(failed.reason()).contains("451"));
    }

    @Test
    void doesNotGoToWhomWasTakenOffMeanwhile() {
        String other = ReportsApi.recipient();
        smtp.next(Conversation.willing().answering(Moment.RCPT, "450 4.2.1 mailbox busy"));
        reports.send(report);
        awaitResults("deferred");
        reports.change(report, other);
        nextAttempt();
        awaitRun("sent");
        assertThat(reports.delivery(report).path("state").asString()).isEqualTo("suppressed");
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void oneRecipientsRefusalIsNotAnothers() {
        String other = ReportsApi.recipient();
        UUID both = reports.paused("daily_summary", reader, other);
        smtp.next(Conversation.willing().answering(Moment.RCPT, "550 5.1.1 no such mailbox"));
        reports.send(both);
        await().untilAsserted(() -> assertThat(reports.state(both)).isEqualTo("partly"));
        assertThat(smtp.mails()).hasSize(1);
        assertThat(reports.run(both).path("reason").asString()).startsWith("1 of 2 mails did not arrive: ");
        reports.remove(both);
    }
}
