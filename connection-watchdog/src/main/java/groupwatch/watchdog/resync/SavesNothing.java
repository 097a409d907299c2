package groupwatch.watchdog.resync;

import groupwatch.watchdog.read.StoreClient;
import groupwatch.watchdog.read.StoreGroup;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether Evolution keeps no messages at all, as it does when its database is set so: then there is nothing to compare with. */
@Component
class SavesNothing {

    private static final int GROUPS_ASKED = 5;

    private final StoreClient store;

    SavesNothing(StoreClient store) {
        this.store = store;
    }

    /** For a run to its end: it has no rows of a time in which messages of the account came by webhook. */
    Mono<Boolean> of(Run run) {
        // whole days of the run
        LocalDate from = LocalDate.ofInstant(run.from(), ZoneOffset.UTC).plusDays(1);
        LocalDate until = LocalDate.ofInstant(run.until(), ZoneOffset.UTC).plusDays(1);
        if (run.rows() > 0 || run.chat() != null || !from.isBefore(until)) {
            return Mono.just(false);
        }
        return store.groups()
                .filter(group -> group.monitored() && group.isActiveSince(run.from()))
                .sort(Comparator.comparing(
                        (StoreGroup group) -> Objects.requireNonNull(group.lastActivity()), Comparator.reverseOrder()))
                .take(GROUPS_ASKED)
                .concatMap(group -> store.origins(group.jid(), from, until))
                .any(day -> day.account().equals(run.account()) && day.webhook() > 0);
    }
}
