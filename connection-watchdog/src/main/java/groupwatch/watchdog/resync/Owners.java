package groupwatch.watchdog.resync;

import groupwatch.watchdog.account.Account;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who an account is: its rows do not say it of what it wrote itself. */
@Component
class Owners {

    private static final String PHONE = "@s.whatsapp.net";

    private final Runs runs;

    Owners(Runs runs) {
        this.runs = runs;
    }

    /** JID; empty when it is not known. */
    Mono<Optional<String>> of(Account account) {
        return runs.phone(account.id())
                .switchIfEmpty(Mono.justOrEmpty(account.number()))
                .map(digits -> digits + PHONE)
                .singleOptional();
    }
}
