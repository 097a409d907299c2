package groupwatch.report.mail;

import reactor.core.publisher.Mono;

/** Hands a mail over with settings that need not be the ones in use: to see whether they are right. */
public interface TryMail {

    /** One attempt, also at a mail server that is left alone at the moment. Never fails, and ends within the time limits. */
    Mono<Delivery> attemptWith(Mail mail, MailAccount account);
}
