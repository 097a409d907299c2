package groupwatch.watchdog.watch;

import groupwatch.events.link.Outage;
import groupwatch.watchdog.account.Account;
import reactor.core.publisher.Mono;

/** What was missed in an outage is looked for. */
public interface AfterOutage {

    /** Makes a note that it is due; doing it twice is doing it once. What it found is told to {@link groupwatch.watchdog.link.Outages#settle}. */
    Mono<Void> isOver(Account account, Outage outage);
}
