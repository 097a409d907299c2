package groupwatch.watchdog.watch;

import groupwatch.events.link.Outage;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.link.LinkMachine;
import groupwatch.watchdog.link.LinkRecord;
import groupwatch.watchdog.link.LinkRows;
import groupwatch.watchdog.link.Signal;
import groupwatch.watchdog.link.Signals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a link from state to state, and writes each down. */
@Component
class Course {

    private final LinkMachine machine;
    private final LinkRows rows;
    private final AfterOutage afterOutage;
    private final Clock clock;

    Course(LinkMachine machine, LinkRows rows, AfterOutage afterOutage, Clock clock) {
        this.machine = machine;
        this.rows = rows;
        this.afterOutage = afterOutage;
        this.clock = clock;
    }

    /** Somebody else wrote the link's row, or the account is gone: it is not this replica's any more. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OvertakenException() {
            super("somebody else has written the link's row", null, false, false);
        }
    }

    Mono<LinkRecord> of(Account account) {
        return rows.record(account.id())
                .switchIfEmpty(Mono.fromSupplier(() -> machine.begin(account.id(), clock.instant())));
    }

    Mono<LinkRecord> follow(Account account, LinkRecord link, Signal signal) {
        Instant now = clock.instant();
        return keep(account, link, machine.next(link, signal, now), now);
    }

    /** In the order in which they were told; one that comes late (it was tried again) is old, so somebody has to look. */
    Mono<LinkRecord> followTold(Account account, LinkRecord link, List<Signals.Waiting> told) {
        Instant now = clock.instant();
        LinkRecord next = link;
        for (Signals.Waiting waiting : told) {
            next = machine.nextTold(next, waiting.signal(), waiting.at(), now);
        }
        return keep(account, link, next, now);
    }

    /** The link as it is, or with what became known beside its state. */
    Mono<LinkRecord> keep(Account account, LinkRecord before, LinkRecord after, Instant now) {
        if (after.equals(before)) {
            return Mono.just(before);
        }
        Outage over = over(before.link().outage(), after.link().outage());
        Mono<Void> noted = over == null ? Mono.empty() : afterOutage.isOver(account, over);
        return noted.then(rows.write(before, after, now)).switchIfEmpty(Mono.error(OvertakenException::new));
    }

    private static @Nullable Outage over(@Nullable Outage before, @Nullable Outage after) {
        if (after == null || after.to() == null) {
            return null;
        }
        boolean known = before != null && before.id().equals(after.id()) && before.to() != null;
        return known ? null : after;
    }
}
