package groupwatch.bench.watchers;

import groupwatch.bench.Verdict;
import groupwatch.bench.Wait;
import groupwatch.bench.process.Resources;
import groupwatch.bench.process.TemporaryFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Several watchdogs, many accounts, and one watchdog or two killed or frozen again and again. */
@Command(
        name = "watchers",
        mixinStandardHelpOptions = true,
        description = "Watchdogs are killed and frozen: each account has one watcher, and never none for long.")
public final class WatchersCampaign implements Callable<Integer> {

    private static final Duration START = Duration.ofSeconds(120);
    private static final double MICROSECONDS = 1e6;
    private static final double LIMIT_SECONDS = 30;

    /** Between two looks at an account: as set, a twentieth off at most, and the tick that finds it due. */
    private static final double CHECK_SECONDS = 5;

    private static final double LATEST_CHECK = CHECK_SECONDS * 1.1 + 0.5;

    /** Two calls of one look are not so far from each other. */
    private static final double WITHIN_A_LOOK = 1;

    private static final double LONGEST_FROZEN = 60;

    /** Longer than a lease. */
    private static final double LEAST_FROZEN = 30;

    private static final double SHARE_FROZEN = 0.4;
    private static final int MOST_SHOWN = 10;

    @Option(names = "--launcher", hidden = true, description = "The launcher script; not needed here.")
    String launcher = "";

    @Option(names = "--replicas", defaultValue = "3", description = "Connection watchdogs (${DEFAULT-VALUE}).")
    int replicas;

    @Option(names = "--accounts", defaultValue = "50", description = "Open all the time (${DEFAULT-VALUE}).")
    int accounts;

    @Option(names = "--minutes", defaultValue = "10", description = "Of killing and freezing (${DEFAULT-VALUE}).")
    double minutes;

    @Option(names = "--seed", defaultValue = "1", description = "Of victims and moments (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--keep", description = "Leave the logs of all replicas, and the data.")
    boolean keep;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WatchersCampaign()).execute(arguments));
    }

    @Override
    public Integer call() {
        try (var resources = new Resources()) {
            var servers = resources.add(new WatcherServers(folder(resources), accounts, CHECK_SECONDS));
            var http = resources.add(new Http());
            var simulator = new Simulator(servers.simulator(), http);
            var running = resources.add(new Replicas(servers));
            var watchdog = running.start(1);
            var leases = new LeaseLog(servers.postgres());
            Wait.until("the leases' table is there", START, leases::begin);
            for (var number = 2; number <= replicas; number++) {
                running.start(number);
            }
            var watched = new WatchedAccounts(accounts);
            watched.begin(watchdog, http, simulator);
            var log = resources.add(new CallLog(simulator));
            var frozenAtMost = Math.clamp(minutes * 60 * SHARE_FROZEN, LEAST_FROZEN, LONGEST_FROZEN);
            var strikes = new Strikes(running, log, watched, new Random(seed), frozenAtMost);
            strikes.recover();
            var from = CallLog.now();
            while (CallLog.now() - from < minutes * 60 * MICROSECONDS) {
                strikes.strike();
            }
            Wait.until("all are up and awake", START, () -> running.awake().size() == replicas);
            strikes.recover();
            return verdict(log.all(), leases, strikes.all(), from, CallLog.now())
                    .print();
        }
    }

    private Path folder(Resources resources) {
        var folder = TemporaryFolder.create();
        if (keep) {
            System.out.println("logs and data are left in " + folder.path());
        } else {
            resources.add(folder);
        }
        return folder.path();
    }

    private Verdict verdict(List<Call> calls, LeaseLog leases, List<Strike> strikes, long from, long to) {
        var findings = Findings.of(calls, from, to);
        var known = leases.of(calls);
        var late = calls.stream().filter(call -> !known.permits(call)).toList();
        var longest = findings.gaps().getFirst();
        show("overlap", findings.overlaps());
        show("overlap with itself", findings.ownOverlaps());
        show("late", late);
        show(
                "longest without a call",
                findings.gaps().subList(0, Math.min(3, findings.gaps().size())));
        table(strikes, calls, known, findings, late.size(), (to - from) / MICROSECONDS);

        var verdict = new Verdict();
        verdict.add(!strikes.isEmpty(), "watchdogs were killed and frozen", strikes.size() + " times");
        verdict.add(
                findings.overlaps().isEmpty(),
                "no calls of two watchers for one account at once",
                findings.overlaps().size() + " of " + calls.size() + " calls");
        verdict.add(
                findings.ownOverlaps().isEmpty(),
                "no two calls of one watcher for one account at once",
                findings.ownOverlaps().size() + " of " + calls.size() + " calls");
        verdict.add(late.isEmpty(), "no call of a watcher that did not hold the account", late.size() + " of them");
        verdict.add(
                longest.seconds() - LATEST_CHECK <= LIMIT_SECONDS,
                "no account without a watcher for more than 30 s",
                "%.1f s at most (%s)".formatted(Math.max(0, longest.seconds() - LATEST_CHECK), longest));
        return verdict;
    }

    private static void show(String what, List<?> found) {
        found.stream().limit(MOST_SHOWN).forEach(one -> System.out.println("  " + what + ": " + one));
    }

    private void table(
            List<Strike> strikes, List<Call> calls, LeaseLog.Known known, Findings findings, int late, double seconds) {
        var kills = strikes.stream().filter(Strike::isKill).count();
        var met = strikes.stream()
                .filter(strike -> calls.stream()
                        .anyMatch(call -> call.watcher().equals(strike.watcher()) && call.isOpenAt(strike.at())))
                .count();
        System.out.printf(
                """

                %d replicas, %d accounts, %.0f s, seed %d
                | kills | freezes | of which met calls in hand | take-overs | calls | overlaps | late | p95 gap | longest gap |
                | ----- | ------- | -------------------------- | ---------- | ----- | -------- | ---- | ------- | ----------- |
                | %d | %d | %d | %d | %d | %d | %d | %.1f s | %.1f s (%s) |

                """,
                replicas,
                accounts,
                seconds,
                seed,
                kills,
                strikes.size() - kills,
                met,
                known.takeOvers(),
                calls.size(),
                findings.overlaps().size() + findings.ownOverlaps().size(),
                late,
                findings.percentile(0.95, WITHIN_A_LOOK),
                findings.gaps().getFirst().seconds(),
                findings.gaps().getFirst());
    }
}
