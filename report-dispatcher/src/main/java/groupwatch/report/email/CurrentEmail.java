package groupwatch.report.email;

import groupwatch.kit.api.Fields;
import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.secret.UnopenableException;
import groupwatch.report.mail.MailAccount;
import groupwatch.report.mail.MailAccounts;
import groupwatch.report.mail.UnusableAccountException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The settings that count: the chosen ones, or else the configured ones. */
@Component
class CurrentEmail implements MailAccounts {

    private static final String PURPOSE = "email-password";

    private final EmailProperties configured;
    private final ChosenEmailRows rows;
    private final SuiteSecret secret;

    CurrentEmail(EmailProperties configured, ChosenEmailRows rows, SuiteSecret secret) {
        this.configured = configured;
        this.rows = rows;
        this.secret = secret;
    }

    @Override
    public Mono<MailAccount> current() {
        return rows.find()
                .map(chosen -> chosen.account(opened(chosen.sealedPassword())))
                .switchIfEmpty(Mono.justOrEmpty(configured.account()));
    }

    /** As it is shown, which needs no password. */
    Mono<ShownEmail> shown() {
        return rows.find()
                .map(chosen ->
                        ShownEmail.chosen(chosen.account(chosen.sealedPassword()), openable(chosen.sealedPassword())))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> configured.account().map(ShownEmail::configured).orElseGet(ShownEmail::none)));
    }

    Mono<Void> choose(WantedEmail wanted) {
        return account(wanted)
                .flatMap(account -> rows.write(
                        wanted.chosen(account.password() == null ? null : secret.seal(PURPOSE, account.password()))));
    }

    /**
     * As they would be, with the password that is there where that is wanted. It goes nowhere that it does not go now: whoever may change the settings
     * could have it sent to themselves.
     *
     * <p>Errors: 400 when there is none, or it would go elsewhere; {@link UnusableAccountException} when it cannot be opened.
     */
    Mono<MailAccount> account(WantedEmail wanted) {
        return wanted.keepsPassword()
                ? current()
                        .filter(known -> known.password() != null)
                        .map(known -> kept(wanted, known))
                        .switchIfEmpty(Mono.error(() -> Fields.bad("pass", "must be given: there is none to be kept")))
                : Mono.just(wanted.account(wanted.pass()));
    }

    private static MailAccount kept(WantedEmail wanted, MailAccount known) {
        MailAccount account = wanted.account(known.password());
        if (!account.keepsPasswordsAs(known)) {
            throw Fields.bad("pass", "must be given again for another server, user or weaker encryption");
        }
        return account;
    }

    Mono<Void> forget() {
        return rows.remove();
    }

    private boolean openable(@Nullable String sealed) {
        try {
            opened(sealed);
            return true;
        } catch (UnusableAccountException e) {
            return false;
        }
    }

    private @Nullable String opened(@Nullable String sealed) {
        try {
            return sealed == null ? null : secret.open(PURPOSE, sealed);
        } catch (UnopenableException e) {
            throw new UnusableAccountException(
                    "The mail server's password was sealed with another key (groupwatch.report.key-file): set it again.");
        }
    }
}
