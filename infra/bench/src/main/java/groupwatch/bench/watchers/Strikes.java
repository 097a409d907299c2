package groupwatch.bench.watchers;

import groupwatch.bench.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Round after round: one replica or two are killed or frozen, never all. The next round begins when somebody who is up and awake has called for
 * every account since; so no account meets a second death while it waits because of the first.
 */
final class Strikes {

    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private static final Duration IN_HAND = Duration.ofSeconds(10);
    private static final double TWO_AT_ONCE = 0.3;
    private static final double LONGEST_PAUSE = 5;
    private static final double LEAST_FROZEN = 5;
    private static final double LEAST_AWAY = 2;
    private static final double LONGEST_AWAY = 10;

    /** A slow call that began so long ago, or less, is still in hand. */
    private static final double HALF_OF_A_SLOW_CALL = 0.5;

    private final Replicas replicas;
    private final CallLog log;
    private final WatchedAccounts accounts;
    private final Random random;
    private final double longestFrozen;
    private final List<Strike> strikes = new ArrayList<>();

    Strikes(Replicas replicas, CallLog log, WatchedAccounts accounts, Random random, double longestFrozen) {
        this.replicas = replicas;
        this.log = log;
        this.accounts = accounts;
        this.random = random;
        this.longestFrozen = longestFrozen;
    }

    List<Strike> all() {
        return strikes;
    }

    /** One round. */
    void strike() {
        var two = random.nextDouble() < TWO_AT_ONCE;
        var pause = random.nextDouble() * LONGEST_PAUSE;
        Wait.until("one may die", RECOVERY, () -> replicas.awake().size() > 1);
        Wait.seconds(pause);
        var victims = new ArrayList<>(replicas.awake());
        Collections.shuffle(victims, random);
        var number = two && victims.size() > 2 ? 2 : 1;
        for (var victim : victims.subList(0, number)) {
            strike(victim);
        }
        recover();
    }

    private void strike(int victim) {
        var watcher = replicas.watcher(victim);
        var kill = random.nextBoolean();
        var provoked = random.nextBoolean();
        var frozen = LEAST_FROZEN + random.nextDouble() * (longestFrozen - LEAST_FROZEN);
        var away = LEAST_AWAY + random.nextDouble() * (LONGEST_AWAY - LEAST_AWAY);
        if (provoked) {
            awaitCallInHand(watcher);
        }
        var at = CallLog.now();
        if (kill) {
            replicas.kill(victim, away);
        } else {
            replicas.freeze(victim, frozen);
        }
        strikes.add(new Strike(watcher, kill ? 0 : frozen, at, provoked));
        System.out.printf(
                "%s: %s%s%n",
                watcher,
                kill ? "kill -9, again there after %.0f s".formatted(away) : "frozen for %.0f s".formatted(frozen),
                provoked ? ", with a call in hand" : "");
    }

    /** The log has only what has ended; but after most calls of a look comes another one, and those of a slow account take their time. */
    private void awaitCallInHand(String watcher) {
        try {
            Wait.until(
                    "a call is in hand",
                    IN_HAND,
                    () -> log.last().values().stream()
                            .anyMatch(call -> call.watcher().equals(watcher)
                                    && accounts.isSlow(call.account())
                                    && accounts.isFollowed(call)
                                    && CallLog.now() - call.ended()
                                            < WatchedAccounts.SLOW_SECONDS * HALF_OF_A_SLOW_CALL * 1e6));
        } catch (IllegalStateException e) {
            // it has no slow account at the moment: then without
        }
    }

    /** Returns when every account was called for since by somebody who is there. */
    void recover() {
        var since = CallLog.now();
        var seconds = Wait.until("every account is watched again", RECOVERY, () -> {
            var watchers = replicas.watchers();
            var last = log.last();
            return accounts.names().stream().allMatch(account -> {
                var call = last.get(account);
                return call != null && call.begun() > since && watchers.contains(call.watcher());
            });
        });
        System.out.printf("  every account is watched again after %.1f s%n", seconds);
    }
}
