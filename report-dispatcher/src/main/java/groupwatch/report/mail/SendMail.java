package groupwatch.report.mail;

import reactor.core.publisher.Mono;

/** Hands mails over, as the e-mail settings say at that moment. */
public interface SendMail {

    /** Never fails: what went wrong is a {@link Delivery} too. Ends within the settings' time limits. */
    Mono<Delivery> send(Mail mail);
}
