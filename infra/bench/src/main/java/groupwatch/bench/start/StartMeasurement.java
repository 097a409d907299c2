package groupwatch.bench.start;

import groupwatch.bench.CampaignOptions;
import groupwatch.bench.MeasureOptions;
import groupwatch.bench.SuiteProcess;
import groupwatch.bench.Wait;
import groupwatch.bench.Webhooks;
import groupwatch.bench.broker.Backlog;
import groupwatch.bench.load.HttpLoad;
import groupwatch.bench.load.Requests;
import groupwatch.bench.process.CpuTime;
import groupwatch.bench.process.Memory;
import groupwatch.bench.process.Resources;
import groupwatch.bench.report.Machine;
import groupwatch.bench.report.Report;
import groupwatch.bench.report.Spread;
import groupwatch.bench.report.Table;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts suites on new data folders, each a second time on the data it has then; asks the last one for its memory. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = {
            "Seconds from the command to a healthy suite, on a new data folder and on one in use; memory (PSS, children included) when"
                    + " nothing has happened yet, and after full load."
        })
public final class StartMeasurement implements Callable<Integer> {

    private static final int CONNECTIONS = 64;
    private static final int PAUSE_SECONDS = 10;
    private static final int GROUPS = 6;
    private static final Duration DEMO_LIMIT = Duration.ofSeconds(120);

    @Mixin
    MeasureOptions options = new MeasureOptions();

    private final Spread first = new Spread();
    private final Spread second = new Spread();
    private final Spread cpu = new Spread();
    private final Spread withDemo = new Spread();
    private final Spread demoSeen = new Spread();
    private final Table memory = new Table("memory, PSS in MB", "services", "broker", "PostgreSQL", "all");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StartMeasurement()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var runs = options.runs();
        for (var run = 1; run <= runs; run++) {
            try (var resources = new Resources()) {
                start(resources, run == runs);
            }
            try (var resources = new Resources()) {
                demo(resources);
            }
            Report.progress("start %d of %d", run, runs);
        }
        Report.print(
                "Start and memory",
                Machine.describe(""),
                new Table("start", "s to healthy", "CPU s until then")
                        .row("on a new data folder", first.text(), cpu.text())
                        .row("on the same folder again", second.text(), "-")
                        .row("with the demo", withDemo.text(), "-")
                        .row("with the demo, until all its 6 groups can be read", demoSeen.text(), "-"),
                memory);
        return 0;
    }

    private void start(Resources resources, boolean last) throws Exception {
        var begin = System.nanoTime();
        var suite = options.suite(resources);
        first.add((System.nanoTime() - begin) / 1e9);
        cpu.add(CpuTime.ofTree(pid(suite)));
        if (last) {
            Wait.seconds(PAUSE_SECONDS);
            memory("nothing has happened yet", suite);
            work(suite);
            Wait.seconds(PAUSE_SECONDS);
            memory("after %d s of full load, drained".formatted(options.either(30, 10)), suite);
        }
        suite.stop();
        second.add(suite.restart());
    }

    private void demo(Resources resources) throws Exception {
        var begin = System.nanoTime();
        var suite = options.suite(resources, List.of());
        withDemo.add((System.nanoTime() - begin) / 1e9);
        Wait.until(
                "the demo's groups can be read",
                DEMO_LIMIT,
                () -> suite.get("/api/groups").path("items").size() >= GROUPS);
        demoSeen.add((System.nanoTime() - begin) / 1e9);
    }

    private void work(SuiteProcess suite) {
        var gateway = URI.create(suite.text("gateway"));
        var webhooks = new Webhooks(CampaignOptions.runName(), 40);
        var requests = new Requests(gateway.resolve("/webhook/evolution"), suite.text("webhookToken"), webhooks);
        try (var load = new HttpLoad(gateway, requests, new AtomicLong(), CONNECTIONS);
                var backlog = new Backlog(suite.text("kafka"))) {
            load.closed(Duration.ofSeconds(options.either(30, 10)));
            backlog.drained(Duration.ofMinutes(4));
        }
    }

    private void memory(String when, SuiteProcess suite) {
        var run = suite.run();
        var broker = Memory.ofTree(run.path("brokerPid").asLong());
        var postgres = Memory.ofTree(run.path("postgresPid").asLong());
        var services = Memory.of(pid(suite));
        memory.row(
                when,
                Spread.number(services),
                Spread.number(broker),
                Spread.number(postgres),
                Spread.number(services + broker + postgres));
    }

    private static long pid(SuiteProcess suite) {
        return suite.run().path("pid").asLong();
    }
}
