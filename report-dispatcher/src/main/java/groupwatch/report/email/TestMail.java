package groupwatch.report.email;

import groupwatch.report.mail.Delivery;
import groupwatch.report.mail.Mail;
import groupwatch.report.mail.MailAccount;
import groupwatch.report.mail.TryMail;
import groupwatch.report.mail.UnusableAccountException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A short mail that shows whether the settings are right. */
@Component
class TestMail {

    private final CurrentEmail email;
    private final TryMail mails;
    private final Clock clock;
    private final String subject = resource("test-mail-subject.txt").strip();
    private final String html = resource("test-mail.html");
    private final String text = resource("test-mail.txt");

    TestMail(CurrentEmail email, TryMail mails, Clock clock) {
        this.email = email;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param result accepted, deferred, unusable, refused
     * @param said in words a person can act on, with what the server said
     */
    record Tried(String result, String said) {

        static Tried of(Delivery delivery) {
            return new Tried(delivery.word(), delivery.said());
        }
    }

    Mono<Tried> send(WantedTest wanted) {
        return account(wanted)
                .flatMap(account -> mails.attemptWith(mail(wanted), account))
                .map(Tried::of)
                .onErrorResume(
                        UnusableAccountException.class, wrong -> Mono.just(new Tried("unusable", wrong.getMessage())))
                .defaultIfEmpty(new Tried("unusable", "No mail server is set: choose one first."));
    }

    private Mono<MailAccount> account(WantedTest wanted) {
        return wanted.settings() == null ? email.current() : email.account(wanted.settings());
    }

    private Mail mail(WantedTest wanted) {
        return new Mail(
                "test-" + UUID.randomUUID(),
                clock.instant(),
                wanted.to().toString(),
                subject,
                html,
                text,
                List.of(),
                null,
                null);
    }

    private static String resource(String name) {
        try {
            return new ClassPathResource("groupwatch/report/email/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
