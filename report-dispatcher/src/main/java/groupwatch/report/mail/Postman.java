package groupwatch.report.mail;

import groupwatch.report.mail.MailAddress.BadAddressException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes mails to whom the settings name, by the way that is theirs. */
@Component
class Postman implements SendMail, TryMail {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final MailAccounts accounts;
    private final SmtpClient smtp;
    private final ResendClient resend;
    private final MailBreaker breaker;
    private final MailMetrics metrics;

    Postman(MailAccounts accounts, SmtpClient smtp, ResendClient resend, MailBreaker breaker, MailMetrics metrics) {
        this.accounts = accounts;
        this.smtp = smtp;
        this.resend = resend;
        this.breaker = breaker;
        this.metrics = metrics;
    }

    @Override
    public Mono<Delivery> send(Mail mail) {
        return accounts.current()
                .flatMap(account -> breaker.guard(account, attempt(mail, account)))
                .switchIfEmpty(
                        Mono.fromSupplier(
                                () -> Attempt.unusable(
                                        "No mail server is set: choose one in the e-mail settings, or configure groupwatch.report.email.")))
                .onErrorResume(Postman::unready)
                .map(Attempt::delivery);
    }

    @Override
    public Mono<Delivery> attemptWith(Mail mail, MailAccount account) {
        return attempt(mail, account).map(Attempt::delivery);
    }

    private Mono<Attempt> attempt(Mail mail, MailAccount account) {
        Transport transport = account.resend() ? resend : smtp;
        return addressed(mail)
                .switchIfEmpty(Mono.defer(() -> transport.attempt(mail, account)))
                .map(made -> made.without(account.password()))
                .elapsed()
                .map(timed -> {
                    Attempt made = timed.getT2();
                    metrics.attempted(
                            account.resend() ? "resend" : "smtp", made.delivery(), Duration.ofMillis(timed.getT1()));
                    return made;
                });
    }

    /** Empty when the mail can be addressed. */
    private static Mono<Attempt> addressed(Mail mail) {
        return Mono.fromRunnable(() -> MailAddress.of(mail.to()))
                .cast(Attempt.class)
                .onErrorResume(
                        BadAddressException.class,
                        wrong -> Mono.just(Attempt.refused("The recipient's address " + wrong.why() + ".")));
    }

    private static Mono<Attempt> unready(Throwable error) {
        if (error instanceof UnusableAccountException wrong) {
            return Mono.just(Attempt.unusable(wrong.getMessage()));
        }
        log.atWarn().setCause(error).log("The e-mail settings could not be read; a mail waits");
        return Mono.just(Attempt.untried("The e-mail settings could not be read now.", null));
    }
}
