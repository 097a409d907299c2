package groupwatch.watchdog.coverage;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.watchdog.read.StoreClient;
import groupwatch.watchdog.read.StoreGroup;
import groupwatch.watchdog.watch.Duty;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.time.Duration;
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

    private final StoreClient store;
    private final DueDays dueDays;
    private final Ledger ledger;
    private final CoverageSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

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
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Mono<Boolean> step(Watch watch) {
        String account = watch.account().id();
        return ledger.isToBeWalked(account, settings.recountEvery())
                .flatMap(due -> due ? walk(account) : Mono.empty())
                .then(Mono.defer(() -> dueDays.next(account).collectList()))
                .flatMap(days -> days.isEmpty() ? Mono.just(false) : count(account, days));
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

    private Mono<Boolean> count(String account, List<DueDays.Due> days) {
        String chat = days.getFirst().chat();
        LocalDate first = days.getLast().day();
        LocalDate last = days.getFirst().day();
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
