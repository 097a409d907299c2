package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.mailing.Mailing;
import groupwatch.report.mail.Delivery.Accepted;
import groupwatch.report.mail.Delivery.Deferred;
import groupwatch.report.mail.Delivery.Refused;
import groupwatch.report.mail.Delivery.Unusable;
import groupwatch.report.testing.ResendReply;
import groupwatch.report.testing.ResendStub;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Resend, as far as its answers go. */
class ResendIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Mailing mailing = Mailing.shared();
    private final ResendStub resend = mailing.resend();
    private final TryMail mails = mailing.get(TryMail.class);
    private final String key = "run-" + UUID.randomUUID();

    @Test
    void aMailIsSentAsTheDocumentationShowsIt() {
        Delivery delivery = send(mail("Bericht, \"täglich\"\r\nBcc: x@example.org"), account("Chor, Orgel"));
        assertThat(delivery).isInstanceOf(Accepted.class);
        assertThat(delivery.said()).matches("Resend has taken it as [0-9a-f-]{36}");

        ResendStub.Request request = sent().getFirst();
        assertThat(request.authorization()).isEqualTo("Bearer " + ResendStub.KEY);
        JsonNode body = request.body();
        assertThat(body.path("from").asString()).isEqualTo("\"Chor, Orgel\" <reports@groupwatch.example>");
        assertThat(request.to()).isEqualTo("ana@example.org");
        assertThat(body.path("reply_to").asString()).isEqualTo("admins@example.org");
        assertThat(body.path("subject").asString()).isEqualTo("Bericht, \"täglich\" Bcc: x@example.org");
        assertThat(body.path("html").asString()).contains("cid:chart");
        assertThat(body.path("text").asString()).isEqualTo("Olá, Ana");
        JsonNode image = body.path("attachments").path(0);
        assertThat(image.path("content_id").asString()).isEqualTo("chart");
        assertThat(image.path("content_type").asString()).isEqualTo("image/png");
        assertThat(image.path("filename").asString()).isEqualTo("chart.png");
        assertThat(Base64.getDecoder().decode(image.path("content").asString()))
                .isEqualTo(Mails.mail().images().getFirst().png());
        JsonNode headers = body.path("headers");
        assertThat(headers.path("List-Unsubscribe").asString())
                .isEqualTo("<https://groupwatch.example/api/unsubscribe/abc-123>");
        assertThat(headers.path("List-Unsubscribe-Post").asString()).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(headers.path("Auto-Submitted").asString()).isEqualTo("auto-generated");
        assertThat(headers.path("X-Entity-Ref-ID").asString()).isEqualTo(key);
        assertThat(headers.path("List-Id").asString()).startsWith("Morning report <report-");
    }

    @Test
    void tooOftenWaitsAsLongAsResendWants() {
        resend.next(ResendReply.limited(70));
        assertThat(send()).isInstanceOfSatisfying(Deferred.class, deferred -> {
            assertThat(deferred.pause()).isEqualTo(Duration.ofSeconds(70));
            assertThat(deferred.said()).contains("asked too often").contains("429");
        });
        assertThat(send()).isInstanceOf(Accepted.class);
    }

    @Test
    void tooOftenIsNeverAskedAgainInASecond() {
        resend.next(
                ResendReply.limited(1),
                ResendReply.error(429, "rate_limit_exceeded", "Too many requests."),
                ResendReply.error(429, "", ""));
        for (int i = 0; i < 3; i++) {
            assertThat(send())
                    .isInstanceOfSatisfying(
                            Deferred.class,
                            deferred -> assertThat(deferred.pause()).isEqualTo(Duration.ofSeconds(30)));
        }
    }

    @Test
    void aQuotaThatIsUsedUpWaitsUntilSomeOfItIsFree() {
        resend.next(ResendReply.dailyQuota(), ResendReply.monthlyQuota());
        assertThat(send()).isInstanceOfSatisfying(Deferred.class, deferred -> {
            assertThat(deferred.pause()).isEqualTo(Duration.ofHours(1));
            assertThat(deferred.said()).contains("The day's quota at Resend is used up");
        });
        assertThat(send())
                .isInstanceOfSatisfying(
                        Deferred.class,
                        deferred -> assertThat(deferred.pause()).isBetween(Duration.ZERO, Duration.ofDays(31)));
        assertThat(sent()).isEmpty();
    }

    @Test
    void aWrongKeyAndAnUnverifiedDomainAreTheSettingsFault() {
        resend.next(
                ResendReply.wrongKey(),
                ResendReply.error(403, "invalid_api_key", "API key is invalid"),
                ResendReply.error(400, "validation_error", "API key is invalid"),
                ResendReply.unverified("groupwatch.example"));
        for (int i = 0; i < 3; i++) {
            assertThat(send())
                    .isInstanceOfSatisfying(
                            Unusable.class,
                            unusable -> assertThat(unusable.said()).contains("does not take the API key"));
        }
        assertThat(send())
                .isInstanceOfSatisfying(
                        Unusable.class, unusable -> assertThat(unusable.said()).contains("domain must be verified"));
        assertThat(send(mail("s"), Mails.signedIn(account("Groupwatch"), "any", "re_wrong")))
                .isInstanceOf(Unusable.class);
        assertThat(send(mail("s"), Mails.signedIn(account("Groupwatch"), "any", null)))
                .isInstanceOf(Unusable.class);
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "422, validation_error, Invalid `to` field.",
        "422, invalid_attachment, Attachment must have either a `content` or `path`.",
        "400, validation_error, The email address needs to follow the `email@example.com` format.",
        "413, validation_error, Too large.",
    })
    void whatIsAgainstTheMailRefusesIt(int status, String name, String message) {
        resend.next(ResendReply.error(status, name, message));
        assertThat(send())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.said()).contains(message));
    }

    @Test
    void anErrorOfResendsDefersAndTheSameMailIsSentLater() {
        resend.next(ResendReply.broken(), ResendReply.error(503, "service_unavailable", "Down."));
        assertThat(send()).isInstanceOf(Deferred.class);
        assertThat(send()).isInstanceOf(Deferred.class);
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aMailThatWasTakenBeforeTheConnectionWasLostIsSentOnce() {
        resend.next(ResendReply.lostAfterTaking());
        assertThat(send())
                .isInstanceOfSatisfying(
                        Deferred.class,
                        lost -> assertThat(lost.said())
                                .contains("not certain whether it took the mail")
                                .contains("it is sent once"));
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(asked()).hasSize(2);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void anAnswerThatIsTooLateLeavesItOpenWhetherTheMailWasTaken() {
        ResendClient hurried = client("time-limit", "1500ms");
        resend.next(ResendReply.takingFor(Duration.ofSeconds(5)));
        assertThat(hurried.attempt(mail("s"), account("Groupwatch")).block(PATIENCE))
                .satisfies(attempt -> assertThat(attempt.outage()).isTrue())
                .extracting(Attempt::delivery)
                .isInstanceOfSatisfying(
                        Deferred.class, late -> assertThat(late.said()).contains("not certain"));
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(sent()).hasSize(1);
        hurried.destroy();
    }

    /** Somebody renamed the sender between two attempts: the first one was taken. */
    @Test
    void aMailThatWasTakenWithOtherSettingsIsTaken() {
        resend.next(ResendReply.lostAfterTaking());
        assertThat(send()).isInstanceOf(Deferred.class);
        Delivery again = send(mail("s"), account("Renamed"));
        assertThat(again).isInstanceOf(Accepted.class);
        assertThat(again.said()).contains("already taken").contains("invalid_idempotent_request");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void anAttemptThatIsStillUnderWayIsWaitedFor() {
        resend.next(ResendReply.error(
                409,
                "concurrent_idempotent_requests",
                "Same idempotency key used while original request is still in progress."));
        assertThat(send())
                .isInstanceOfSatisfying(
                        Deferred.class, deferred -> assertThat(deferred.pause()).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void whereNobodyAnswersItIsTriedAgain() {
        ResendClient nobody = client("url", "http://127.0.0.1:1");
        Attempt attempt = nobody.attempt(mail("s"), account("Groupwatch")).block(PATIENCE);
        assertThat(attempt.delivery()).isInstanceOf(Deferred.class);
        assertThat(attempt.delivery().said()).contains("cannot be reached");
        assertThat(attempt.outage()).isTrue();
        nobody.destroy();
    }

    @Test
    void mailsGoAtThePaceThatResendAllows() {
        ResendClient paced = client("per-second", "2");
        long begin = System.nanoTime();
        List<Attempt> attempts = Flux.fromStream(IntStream.range(0, 5).boxed())
                .flatMap(i -> paced.attempt(mail("s" + i, key + "-" + i), account("Groupwatch")), 5)
                .collectList()
                .block(PATIENCE);
        assertThat(attempts).allMatch(attempt -> attempt.delivery() instanceof Accepted);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
        paced.destroy();
    }

    @Test
    void countsWhatWasTakenAndResendsOwnCount() {
        mailing.clock().advance(Duration.ofDays(40));
        assertThat(send()).isInstanceOf(Accepted.class);
        QuotaState state = mailing.get(ResendQuota.class).state().block(PATIENCE);
        // the stub tells of all mails that it ever took
        assertThat(state.day().used()).isEqualTo(resend.mails().size());
        assertThat(mailing.get(MeterRegistry.class)
                        .get("groupwatch.report.resend.used")
                        .tag("period", "day")
                        .gauge()
                        .value())
                .isEqualTo(resend.mails().size());
        mailing.clock().advance(Duration.ofDays(40));
        assertThat(mailing.get(ResendQuota.class)
                        .state()
                        .block(PATIENCE)
                        .month()
                        .used())
                .isZero();
    }

    private Delivery send() {
        return send(mail("s"), account("Groupwatch"));
    }

    private Delivery send(Mail mail, MailAccount account) {
        return mails.attemptWith(mail, account).block(PATIENCE);
    }

    private List<ResendStub.Request> sent() {
        return resend.mails().stream().filter(mail -> mail.key().equals(key)).toList();
    }

    private List<ResendStub.Request> asked() {
        return resend.requests().stream().filter(mail -> mail.key().equals(key)).toList();
    }

    private Mail mail(String subject) {
        return mail(subject, key);
    }

    private static Mail mail(String subject, String key) {
        Mail mail = Mails.mail(subject);
        return new Mail(
                key,
                mail.date(),
                mail.to(),
                mail.subject(),
                mail.html(),
                mail.text(),
                mail.images(),
                mail.list(),
                URI.create("https://groupwatch.example/api/unsubscribe/abc-123"));
    }

    private static MailAccount account(String name) {
        return new MailAccount(
                MailAccount.RESEND,
                587,
                null,
                ResendStub.KEY,
                Tls.STARTTLS,
                true,
                Mails.REPORTS,
                name,
                MailAddress.of("admins@example.org"));
    }

    private ResendClient client(String name, String value) {
        return new ResendClient(
                name.equals("url")
                        ? Mails.resend(name, value)
                        : Mails.resend("url", resend.url().toString(), name, value),
                Mails.settings(),
                mailing.get(ResendQuota.class),
                mailing.get(ReactorResourceFactory.class),
                mailing.clock());
    }
}
