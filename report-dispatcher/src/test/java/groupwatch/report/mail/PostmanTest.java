package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.mail.Delivery.Accepted;
import groupwatch.report.mail.Delivery.Deferred;
import groupwatch.report.mail.Delivery.Refused;
import groupwatch.report.mail.Delivery.Unusable;
import groupwatch.report.testing.Conversation;
import groupwatch.report.testing.Conversation.Moment;
import groupwatch.report.testing.ScriptedSmtp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Nothing that goes wrong is an error to who sends: it is told. */
class PostmanTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ScriptedSmtp server = ScriptedSmtp.start();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MailSettings settings = Mails.settings();
    private final SmtpClient smtp = new SmtpClient(settings, Mails.SUITE);

    @AfterEach
    void stop() {
        smtp.destroy();
        server.close();
    }

    @Test
    void sendsFromAnEventLoopAndCountsAttempts() {
        Delivery delivery = postman(Mono.just(account()))
                .send(Mails.mail())
                .subscribeOn(Schedulers.parallel())
                .block(PATIENCE);
        assertThat(delivery).isInstanceOf(Accepted.class);
        server.next(Conversation.willing().answering(Moment.RCPT, "550 5.1.1 nobody"));
        assertThat(postman(Mono.just(account())).send(Mails.mail()).block(PATIENCE))
                .isInstanceOf(Refused.class);
        assertThat(attempts("accepted")).isEqualTo(1);
        assertThat(attempts("refused")).isEqualTo(1);
    }

    @Test
    void takesAsManyAtOnceAsThereAreConnectionsForAndTheOthersAfterThem() {
        Postman postman = postman(Mono.just(account()));
        List<Delivery> all = Flux.range(0, 40)
                .flatMap(i -> postman.send(Mails.mail("mail " + i)), 40)
                .collectList()
                .block(PATIENCE);
        assertThat(all).hasSize(40).allMatch(delivery -> delivery instanceof Accepted);
        assertThat(server.mails()).hasSize(40);
    }

    @Test
    void withoutSettingsNothingGoesOut() {
        assertThat(postman(Mono.empty()).send(Mails.mail()).block(PATIENCE)).isInstanceOf(Unusable.class);
        assertThat(postman(Mono.error(new UnusableAccountException("Set it again.")))
                        .send(Mails.mail())
                        .block(PATIENCE))
                .isEqualTo(new Unusable("Set it again."));
    }

    @Test
    void settingsThatCannotBeReadNowPass() {
        assertThat(postman(Mono.error(new IllegalStateException("the database is away")))
                        .send(Mails.mail())
                        .block(PATIENCE))
                .isEqualTo(new Deferred("The e-mail settings could not be read now.", null, false));
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeAnybodyIsAsked() {
        Mail mail = new Mail(
                "k", Mails.DATE, "ana@example.org>\r\nRCPT TO:<x@example.org", "s", "h", "t", List.of(), null, null);
        assertThat(postman(Mono.just(account())).send(mail).block(PATIENCE)).isInstanceOf(Refused.class);
        assertThat(server.commands()).isEmpty();
    }

    /** Whatever it says. */
    @Test
    void whatAServerSaysIsCutToOneLineOfAnEndlessOneAndWithoutSecrets() {
        server.always(Conversation.willing()
                .offering("AUTH PLAIN")
                .answering(Moment.MAIL, "451-hunter2hunter2\r\n451-\u0007 [31m\r\n451 " + "x".repeat(5000)));
        MailAccount account = Mails.signedIn(account(), "reports", "hunter2hunter2");
        String said =
                postman(Mono.just(account)).send(Mails.mail()).block(PATIENCE).said();
        assertThat(said).hasSizeLessThanOrEqualTo(500).contains("451-********").doesNotContain("hunter2");
        assertThat(said.codePoints()).noneMatch(Character::isISOControl);
    }

    private double attempts(String result) {
        return meters.get("groupwatch.report.mail.attempts")
                .tag("transport", "smtp")
                .tag("result", result)
                .timer()
                .count();
    }

    private Postman postman(Mono<MailAccount> account) {
        MailMetrics metrics = new MailMetrics(meters);
        return new Postman(() -> account, smtp, null, new MailBreaker(settings, metrics), metrics);
    }

    private MailAccount account() {
        return Mails.account(server.port(), Tls.NONE);
    }
}
