package groupwatch.report.mail;

import reactor.core.publisher.Mono;

/** A way to hand a mail over. */
interface Transport {

    /** One attempt. Never fails, and ends within its time limits. */
    Mono<Attempt> attempt(Mail mail, MailAccount account);
}
