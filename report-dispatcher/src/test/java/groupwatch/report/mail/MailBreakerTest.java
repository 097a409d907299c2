package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.mail.Delivery.Deferred;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class MailBreakerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MailBreaker breaker =
            new MailBreaker(Mails.settings("breaker.attempts", "3", "breaker.pause", "50s"), new MailMetrics(meters));
    private final MailAccount account = Mails.account(25, Tls.NONE);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void aServerThatIsNotThereIsLeftAloneForAWhile() {
        for (int i = 0; i < 3; i++) {
            send(account, Attempt.failed("away"));
        }
        Delivery left = send(account, Attempt.accepted("250"));
        assertThat(made).hasValue(3);
        assertThat(left)
                .isInstanceOfSatisfying(
                        Deferred.class, deferred -> assertThat(deferred.pause()).isEqualTo(Duration.ofSeconds(50)))
                .isInstanceOfSatisfying(
                        Deferred.class, deferred -> assertThat(deferred.tried()).isFalse());
        assertThat(left.said()).contains("localhost:25").contains("left alone for 50 s");
        assertThat(meters.get("groupwatch.report.mail.breaker.open").gauge().value())
                .isEqualTo(1);
    }

    /** Each of the mails that wait would be tried each second. */
    @Test
    void aShortBreakAsksForNoShorterPauseThanAnyOther() {
        MailBreaker hasty = new MailBreaker(
                Mails.settings("breaker.attempts", "1", "breaker.pause", "2s"), new MailMetrics(meters));
        hasty.guard(account, Mono.just(Attempt.failed("away"))).block(PATIENCE);
        assertThat(hasty.guard(account, Mono.just(Attempt.accepted("250")))
                        .block(PATIENCE)
                        .delivery())
                .isInstanceOfSatisfying(
                        Deferred.class, deferred -> assertThat(deferred.pause()).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void whatTheServerDefersWasTried() {
        assertThat(send(account, Attempt.failed("away")))
                .isInstanceOfSatisfying(
                        Deferred.class, deferred -> assertThat(deferred.tried()).isTrue());
    }

    @Test
    void refusedRecipientsWrongSettingsAndBusyAnswersAreNoOutage() {
        for (int i = 0; i < 30; i++) {
            send(account, Attempt.refused("550"));
            send(account, Attempt.unusable("535"));
            send(account, Attempt.deferred("451"));
        }
        assertThat(made).hasValue(90);
    }

    @Test
    void anotherServerIsNotTheOneThatFailed() {
        for (int i = 0; i < 3; i++) {
            send(account, Attempt.failed("away"));
        }
        assertThat(send(Mails.account(26, Tls.NONE), Attempt.accepted("250 taken"))
                        .said())
                .isEqualTo("250 taken");
    }

    private Delivery send(MailAccount to, Attempt attempt) {
        return breaker.guard(to, Mono.fromSupplier(() -> {
                    made.incrementAndGet();
                    return attempt;
                }))
                .block(PATIENCE)
                .delivery();
    }
}
