package groupwatch.bench;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * kill -9 while webhooks come at full rate: first of everything, several times, then of PostgreSQL alone and the broker alone. Afterwards
 * every webhook that got a 2xx must be a row, none twice, and every row must have been announced.
 */
@Command(
        name = "kill",
        mixinStandardHelpOptions = true,
        description = "kill -9 at full rate; nothing accepted may be lost.")
public final class KillCampaign implements Callable<Integer> {

    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(60);

    @Mixin
    CampaignOptions options = new CampaignOptions();

    @Option(names = "--kills", defaultValue = "3", description = "How often all is killed (${DEFAULT-VALUE}).")
    int kills;

    @Option(names = "--seconds", defaultValue = "10", description = "Full load before each kill (${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--drain",
            defaultValue = "900",
            description = "Seconds the backlog may take to become rows (${DEFAULT-VALUE}).")
    int drain;

    private final Webhooks webhooks = new Webhooks(CampaignOptions.runName(), 40);
    private final AtomicLong next = new AtomicLong();
    private final Set<String> accepted = Load.nothingYet();
    private final Verdict verdict = new Verdict();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new KillCampaign()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var suite = options.start();
        try {
            for (var kill = 1; kill <= kills; kill++) {
                killAll(suite, kill);
            }
            killOne(suite, "postgresPid", "PostgreSQL");
            killOne(suite, "brokerPid", "the broker");
            compare(suite);
            verdict.add(true, "stops cleanly", "%.1f s".formatted(suite.stop()));
            options.cleanUp();
        } finally {
            suite.killIfAlive();
        }
        return verdict.print();
    }

    private void killAll(SuiteProcess suite, int kill) throws Exception {
        var load = load(suite);
        Wait.seconds(seconds);
        suite.killAll();
        load.close();
        System.out.printf("kill -9 of all, %d of %d: %s%n", kill, kills, load.answers());
        var ready = suite.restart();
        verdict.add(
                ready <= RECOVERY_LIMIT.toSeconds(),
                "ready again after kill -9 of all, " + kill,
                "%.1f s".formatted(ready));
    }

    /** Without restarting the services: they must come back by themselves. */
    private void killOne(SuiteProcess suite, String pid, String name) {
        try (var load = load(suite)) {
            Wait.seconds(seconds);
            suite.kill(pid);
            var kept = new Kept(suite, webhooks.run());
            Wait.seconds(1);
            var before = kept.count();
            var recovered = 1
                    + Wait.until(
                            name + " is back",
                            RECOVERY_LIMIT.multipliedBy(2),
                            () -> suite.healthy() && load.answers().succeedsNow() && kept.count() > before);
            System.out.printf("kill -9 of %s: %s%n", name, load.answers());
            verdict.add(
                    recovered <= RECOVERY_LIMIT.toSeconds(),
                    "healthy, accepting and storing after kill -9 of " + name,
                    "%.1f s".formatted(recovered));
        }
    }

    private void compare(SuiteProcess suite) throws Exception {
        var kept = new Kept(suite, webhooks.run());
        var drained = kept.drained(accepted, Duration.ofSeconds(drain));
        var rows = kept.rows();
        verdict.add(
                Kept.missing(accepted, rows.keySet()).isEmpty(),
                "every webhook with a 2xx is a row",
                "%d accepted, %d rows, %d missing, after %.0f s"
                        .formatted(
                                accepted.size(),
                                rows.size(),
                                Kept.missing(accepted, rows.keySet()).size(),
                                drained));
        var twice = rows.values().stream().filter(count -> count > 1).count();
        verdict.add(twice == 0, "none twice", twice + " twice");
        Wait.seconds(3);
        var announced = kept.announcements();
        var silent = new HashSet<>(rows.keySet());
        silent.removeAll(announced.keySet());
        verdict.add(
                silent.isEmpty(),
                "every row was announced",
                announced.size() + " announced, " + silent.size() + " not");
        var renamed = announced.values().stream().filter(ids -> ids.size() > 1).count();
        verdict.add(renamed == 0, "announced again only under the same event id", renamed + " under several");
    }

    private Load load(SuiteProcess suite) {
        return Load.start(suite.text("gateway"), suite.text("webhookToken"), webhooks, next, accepted, options.senders);
    }
}
