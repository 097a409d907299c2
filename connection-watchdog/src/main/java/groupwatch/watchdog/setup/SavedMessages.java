package groupwatch.watchdog.setup;

import groupwatch.kit.evolution.InstanceRow;
import groupwatch.kit.evolution.MessageQuery;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether Evolution saves messages at all: what was missed is filled in from there, and files are asked for by a message's id. */
@Component
class SavedMessages {

    /** History, or the first message, has come by then. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private static final MessageQuery ANY = new MessageQuery(null, null, null, 1, 1);

    private final SeenAccounts accounts;
    private final Clock clock;

    SavedMessages(SeenAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Mono<Findings> look(Watch watch, InstanceRow row) {
        Seen seen = accounts.of(watch.account().id());
        if (row.messages() > 0 || !seen.isOpenFor(GRACE, clock.instant())) {
            return Mono.just(Findings.NONE);
        }
        // asked of the store itself before anybody is told: the count beside the row is not what is searched
        return watch.call(api -> api.messages(watch.address(), ANY))
                .map(rows -> rows.total() > 0 ? Findings.NONE : Findings.warning(Warnings.MESSAGES_NOT_SAVED));
    }
}
