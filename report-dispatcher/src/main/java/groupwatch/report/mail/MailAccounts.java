package groupwatch.report.mail;

import reactor.core.publisher.Mono;

/** What is set at the moment. */
public interface MailAccounts {

    /**
     * Empty where nothing is set.
     *
     * <p>Errors: {@link UnusableAccountException} when what is set cannot be used.
     */
    Mono<MailAccount> current();
}
