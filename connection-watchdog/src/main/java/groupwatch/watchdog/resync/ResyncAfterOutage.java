package groupwatch.watchdog.resync;

import groupwatch.events.link.Outage;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.watch.AfterOutage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** After an outage, what came in it, and shortly before, is compared at once. */
@Component
class ResyncAfterOutage implements AfterOutage {

    private final PlannedRuns planned;
    private final ResyncSettings settings;

    ResyncAfterOutage(PlannedRuns planned, ResyncSettings settings) {
        this.planned = planned;
        this.settings = settings;
    }

    @Override
    public Mono<Void> isOver(Account account, Outage outage) {
        return settings.enabled() ? planned.after(account.id(), outage) : Mono.empty();
    }
}
