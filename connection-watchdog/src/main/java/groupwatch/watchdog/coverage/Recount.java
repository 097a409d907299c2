package groupwatch.watchdog.coverage;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.watchdog.duty.Rests;
import groupwatch.watchdog.read.StoreClient;
import groupwatch.watchdog.read.StoreGroup;
import groupwatch.watchdog.watch.Duty;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Counts days anew, one group at a time: those that were compared, and now and then today and yesterday of groups that are alive. */
@Component
class Recount implements Duty {

    private static final Duration STORE_AWAY = Duration.ofMinutes(1);

    /** As long, nobody looks whether the groups are to be gone through. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private static final int DAYS_AT_ONCE = 100;

    private final StoreClient store;
    private final DueDays dueDays;
    private final Ledger ledger;
    private final CoverageSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Duration rest;
    private final Rests rests = new Rests();

    Recount(
            StoreClient store,
            DueDays dueDays,
            Ledger ledger,
            CoverageSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.dueDays = dueDays;
        this.ledger = ledger;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        Duration part = settings.recountEvery().dividedBy(5);
        this.rest = part.compareTo(LONGEST_REST) < 0 ? part : LONGEST_REST;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Mono<Boolean> step(Watch watch) {
        String account = watch.account().id();
        return walkWhenDue(account)
                .then(Mono.defer(() -> dueDays.next(account).collectList()))
                .flatMap(days -> days.isEmpty() ? Mono.just(false) : count(account, days));
    }

    private Mono<Void> walkWhenDue(String account) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            if (rests.isResting(account, now)) {
                return Mono.empty();
            }
            rests.rest(account, now, now.plus(rest));
            return ledger.isToBeWalked(account, settings.recountEvery())
                    .flatMap(due -> due ? walk(account) : Mono.empty());
        });
    }

    private Mono<Void> walk(String account) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<LocalDate> days = Set.of(today.minusDays(1), today);
        return store.groups()
                .filter(group -> group.accounts().contains(account))
                .filter(group ->
                        group.isActiveSince(today.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .collectMap(StoreGroup::jid, group -> days)
                .flatMap(active -> dueDays.active(account, active))
                .onErrorResume(
                        ServiceUnavailableException.class,
                        away -> ledger.walkIn(account, STORE_AWAY, settings.recountEvery()));
    }

    /** @param due the newest first */
    private Mono<Boolean> count(String account, List<DueDays.Due> due) {
        String chat = due.getFirst().chat();
        LocalDate last = due.getFirst().day();
        List<DueDays.Due> days = due.stream()
                .takeWhile(one -> one.day().isAfter(last.minusDays(DAYS_AT_ONCE)))
                .toList();
        LocalDate first = days.getLast().day();
        return store.origins(chat, first, last.plusDays(1))
                .collectList()
                .flatMap(counted -> transaction.transactional(
                        ledger.set(account, chat, days, counted).then(dueDays.counted(account, days))))
                .thenReturn(true)
                .onErrorResume(
                        ServiceUnavailableException.class,
                        away -> dueDays.later(account, chat, STORE_AWAY).thenReturn(false));
    }
}
