package groupwatch.watchdog.watch;

import groupwatch.kit.database.Migration;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.account.Accounts;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps this replica's share of the accounts: renews, claims, and gives back what is more than its share. */
@Component
class Keeper {

    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final String holder = UUID.randomUUID().toString();
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();
    private final Leases leases;
    private final Accounts accounts;
    private final Migration migration;
    private final WatchSettings settings;
    private volatile boolean leaving;

    Keeper(Leases leases, Accounts accounts, Migration migration, WatchSettings settings) {
        this.leases = leases;
        this.accounts = accounts;
        this.migration = migration;
        this.settings = settings;
    }

    Collection<Hold> holds() {
        return holds.values();
    }

    /** Something happened to the account, if it is still watched here. */
    void ring(String account) {
        Hold hold = holds.get(account);
        if (hold != null) {
            hold.ring();
        }
    }

    /** For as long as somebody listens. Never fails. */
    Mono<Void> keep() {
        return migration
                .done()
                .thenMany(Flux.interval(Duration.ZERO, settings.renew()).onBackpressureDrop())
                .concatMap(tick -> once().timeout(settings.lease()).onErrorResume(this::without), 1)
                .then();
    }

    private Mono<Void> without(Throwable error) {
        log.warn("Leases could not be renewed; without them nothing is done: {}", error.getMessage());
        holds.values().stream().filter(hold -> !hold.isOpen()).toList().forEach(this::lose);
        return Mono.empty();
    }

    private Mono<Void> once() {
        return Mono.defer(() -> {
            long end = System.nanoTime() + settings.lease().toNanos();
            return leases.renew(holder, settings.lease())
                    .flatMap(renewed -> renewed(renewed, end))
                    .thenMany(accounts.all())
                    .doOnNext(this::changed)
                    .then(leases.share(holder, settings.gone()))
                    .flatMap(this::balance);
        });
    }

    private Mono<Void> renewed(Set<String> renewed, long end) {
        for (Hold hold : holds.values()) {
            if (renewed.contains(hold.account().id())) {
                hold.extend(end);
            } else {
                lose(hold);
            }
        }
        // taken, or meant to be given back, by a statement whose answer nobody heard: renewed without being watched it
        // would be nobody's for ever
        return watch(
                renewed.stream().filter(account -> !holds.containsKey(account)).collect(Collectors.toUnmodifiableSet()),
                end);
    }

    /** Read all at once: on a busy machine one after the other takes seconds, in which nobody watches them. */
    private Mono<Void> watch(Set<String> taken, long end) {
        return taken.isEmpty()
                ? Mono.empty()
                : accounts.find(taken)
                        .onErrorResume(error -> Flux.fromIterable(taken).concatMap(this::read))
                        .doOnNext(account -> watch(account, end))
                        .then();
    }

    /** One that cannot be read keeps no other from being watched; the next renewal comes back to it. */
    private Mono<Account> read(String id) {
        return accounts.find(id).onErrorResume(error -> {
            log.atWarn()
                    .addKeyValue("account", id)
                    .log("An account could not be read, and is not watched yet: {}", error.toString());
            return Mono.empty();
        });
    }

    private void watch(Account account, long end) {
        Hold hold = holds.get(account.id());
        if (hold != null) {
            hold.extend(end);
            return;
        }
        holds.put(account.id(), new Hold(account, end));
        log.atInfo().addKeyValue("account", account.id()).log("Watched here");
    }

    /** Somebody gave it another key, or moved it. */
    private void changed(Account account) {
        Hold hold = holds.get(account.id());
        if (hold != null) {
            hold.account(account);
        }
    }

    private void lose(Hold hold) {
        holds.remove(hold.account().id(), hold);
        hold.lose();
        log.atInfo().addKeyValue("account", hold.account().id()).log("Not watched here any more");
    }

    private Mono<Void> balance(int share) {
        if (leaving) {
            return Mono.empty();
        }
        int more = share - holds.size();
        if (more > 0) {
            return claim(more);
        }
        return more < 0 ? giveBack(-more) : Mono.empty();
    }

    private Mono<Void> claim(int most) {
        return Mono.defer(() -> {
            long end = System.nanoTime() + settings.lease().toNanos();
            return leases.claim(holder, settings.lease(), most).flatMap(claimed -> watch(claimed, end));
        });
    }

    private Mono<Void> giveBack(int number) {
        Set<String> surplus = retired(number);
        return surplus.isEmpty() ? Mono.empty() : leases.giveBack(holder, surplus);
    }

    /** Those that nobody attends to just now; the others the next time. */
    private Set<String> retired(int most) {
        return holds.values().stream()
                .filter(Hold::retire)
                .limit(most)
                .peek(this::lose)
                .map(hold -> hold.account().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Others need not wait until the leases are over; but for those that are attended to until the end, they do. */
    Mono<Void> leave() {
        return Mono.fromRunnable(() -> leaving = true)
                .thenMany(Flux.interval(Duration.ZERO, LOOK_AGAIN).onBackpressureDrop())
                .concatMap(tick -> giveBack(holds.size()).then(Mono.fromSupplier(holds::isEmpty)), 1)
                .takeUntil(empty -> empty)
                .then(leases.leave(holder));
    }
}
