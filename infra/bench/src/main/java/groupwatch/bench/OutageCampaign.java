package groupwatch.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The broker is away for minutes while webhooks come at full rate: each must be refused within two seconds, the heap must not grow, and
 * all must be well by itself once the broker is back.
 */
@Command(name = "outage", mixinStandardHelpOptions = true, description = "The broker is away at full load.")
public final class OutageCampaign implements Callable<Integer> {

    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(60);
    private static final double REFUSAL_LIMIT = 2;
    private static final long HEAP_GROWTH_MEGABYTES = 64;

    /** How the broker goes away. */
    enum How {
        /** Killed, and not started again meanwhile. */
        kill,
        /** Its process stands still: connections stay open and nobody answers. */
        freeze
    }

    @Mixin
    CampaignOptions options = new CampaignOptions();

    @Option(names = "--seconds", defaultValue = "180", description = "How long the broker is away (${DEFAULT-VALUE}).")
    int seconds;

    @Option(names = "--how", defaultValue = "kill", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    How how = How.kill;

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
        System.exit(new CommandLine(new OutageCampaign())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var suite = options.start();
        try {
            try (var load = load(suite)) {
                Wait.seconds(10);
                System.out.println("before: " + load.answers());
            }
            away(suite, true);
            outage(suite);
            away(suite, false);
            recovery(suite);
            var kept = new Kept(suite, webhooks.run());
            var drained = kept.drained(accepted, Duration.ofSeconds(drain));
            var missing = Kept.missing(accepted, kept.rows().keySet()).size();
            verdict.add(
                    missing == 0,
                    "every webhook with a 2xx is a row",
                    "%d accepted, %d missing, after %.0f s".formatted(accepted.size(), missing, drained));
            suite.stop();
            options.cleanUp();
        } finally {
            suite.killIfAlive();
        }
        return verdict.print();
    }

    private void outage(SuiteProcess suite) throws Exception {
        try (var load = load(suite)) {
            Wait.seconds(seconds / 6.0);
            var before = heapMegabytes(suite);
            Wait.seconds(seconds - seconds / 6.0);
            var after = heapMegabytes(suite);
            load.close();
            var answers = load.answers();
            System.out.println("outage: " + answers);
            var others = answers.total() - answers.count(503);
            verdict.add(
                    others <= options.senders,
                    "while the broker is away: 503",
                    answers.count(503) + " times, else " + others);
            verdict.add(
                    answers.slowest(503) <= REFUSAL_LIMIT,
                    "each within 2 s",
                    "slowest %.2f s".formatted(answers.slowest(503)));
            verdict.add(
                    after - before <= HEAP_GROWTH_MEGABYTES,
                    "heap flat (after a collection)",
                    "%d MB, then %d MB".formatted(before, after));
        }
    }

    private void recovery(SuiteProcess suite) {
        try (var load = load(suite)) {
            var back = Wait.until(
                    "all is well again",
                    RECOVERY_LIMIT.multipliedBy(2),
                    () -> suite.healthy() && load.answers().succeedsNow());
            verdict.add(
                    back <= RECOVERY_LIMIT.toSeconds(),
                    "healthy and accepting after the broker returned",
                    "%.1f s".formatted(back));
            Wait.seconds(5);
        }
    }

    private void away(SuiteProcess suite, boolean away) throws Exception {
        switch (how) {
            case kill -> {
                var hold = suite.data().resolve("broker.hold");
                if (away) {
                    Files.createFile(hold);
                    suite.kill("brokerPid");
                } else {
                    Files.delete(hold);
                }
            }
            case freeze ->
                run(
                        "kill",
                        away ? "-STOP" : "-CONT",
                        suite.run().path("brokerPid").asString(""));
        }
    }

    /** Used heap of the services' JVM after a collection. */
    private static long heapMegabytes(SuiteProcess suite) throws Exception {
        var pid = suite.run().path("pid").asString("");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        run(jcmd, pid, "GC.run");
        var used = Pattern.compile("used (\\d+)K")
                .matcher(run(jcmd, pid, "GC.heap_info").split("Metaspace")[0]);
        var kilobytes = 0L;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes / 1024;
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    private Load load(SuiteProcess suite) {
        return Load.start(suite.text("gateway"), suite.text("webhookToken"), webhooks, next, accepted, options.senders);
    }
}
