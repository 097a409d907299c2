package groupwatch.bench.visible;

import groupwatch.bench.CampaignOptions;
import groupwatch.bench.MeasureOptions;
import groupwatch.bench.SuiteProcess;
import groupwatch.bench.Wait;
import groupwatch.bench.Webhooks;
import groupwatch.bench.broker.Backlog;
import groupwatch.bench.load.HttpLoad;
import groupwatch.bench.load.Latencies;
import groupwatch.bench.load.Requests;
import groupwatch.bench.process.CpuTime;
import groupwatch.bench.process.Resources;
import groupwatch.bench.report.Goals;
import groupwatch.bench.report.Machine;
import groupwatch.bench.report.Report;
import groupwatch.bench.report.Spread;
import groupwatch.bench.report.Table;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Webhooks at an even rate into a whole suite; each is watched for until it is a row. */
@Command(
        name = "visible",
        mixinStandardHelpOptions = true,
        description =
                "Time from a webhook to its row, at an even rate: counted from when each was due, answered or not.")
public final class VisibleMeasurement implements Callable<Integer> {

    private static final double USUAL_MILLIS = 30;
    private static final double SLOWEST_MILLIS = 250;
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(3);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Mixin
    MeasureOptions options = new MeasureOptions();

    @Option(names = "--rate", defaultValue = "1000", description = "Webhooks a second (${DEFAULT-VALUE}).")
    int rate;

    @Option(names = "--connections", defaultValue = "64", description = "At most (${DEFAULT-VALUE}).")
    int connections;

    private final Webhooks webhooks = new Webhooks(CampaignOptions.runName(), 40);
    private final Spread usual = new Spread();
    private final Spread slow = new Spread();
    private final Spread slowest = new Spread();
    private final Spread answer = new Spread();
    private final Spread slowAnswer = new Spread();
    private final Spread busy = new Spread();
    private long refused;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VisibleMeasurement()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        String version;
        try (var resources = new Resources()) {
            var suite = options.suite(resources);
            var connection = resources.add(suite.connect());
            version = connection.getMetaData().getDatabaseProductVersion();
            var watcher = new Watcher(connection);
            var watching = Thread.ofPlatform().name("watcher").start(watcher);
            resources.add(() -> {
                watcher.stop();
                watching.join();
            });
            measure(suite, watcher, resources);
        }
        print(version);
        return 0;
    }

    private void measure(SuiteProcess suite, Watcher watcher, Resources resources) {
        var gateway = URI.create(suite.text("gateway"));
        var requests = new Requests(gateway.resolve("/webhook/evolution"), suite.text("webhookToken"), webhooks);
        var load = resources.add(new HttpLoad(gateway, requests, new AtomicLong(), connections));
        // until the JIT compiler has done with what runs: it would share the two cores else
        load.closed(Duration.ofSeconds(options.either(30, 10)));
        resources.add(new Backlog(suite.text("kafka"))).drained(DRAIN_LIMIT);
        run(load, requests, watcher, Duration.ofSeconds(options.either(90, 5)));
        refused = 0;
        for (var run = 1; run <= options.runs(); run++) {
            var times = new Latencies();
            watcher.begin(times);
            var before = cpu(suite);
            var length = Duration.ofSeconds(options.either(20, 8));
            var result = run(load, requests, watcher, length);
            busy.add((cpu(suite) - before) / length.toSeconds());
            note(times, result);
            Report.progress(
                    "run %d of %d: p50 %.1f ms, p99 %.1f ms",
                    run, options.runs(), times.percentile(0.5), times.percentile(0.99));
        }
    }

    private HttpLoad.Result run(HttpLoad load, Requests requests, Watcher watcher, Duration length) {
        var result = load.open(rate, length, (number, due) -> watcher.await(requests.id(number), due));
        refused += result.others();
        Wait.until("all are visible", LIMIT, () -> watcher.open() <= result.others());
        watcher.forget();
        return result;
    }

    private void note(Latencies times, HttpLoad.Result result) {
        usual.add(times.percentile(0.5));
        slow.add(times.percentile(0.99));
        slowest.add(times.percentile(1));
        answer.add(result.times().percentile(0.5));
        slowAnswer.add(result.times().percentile(0.99));
    }

    private static double cpu(SuiteProcess suite) {
        return CpuTime.ofTree(suite.run().path("pid").asLong());
    }

    private void print(String version) {
        var table = new Table("what", "p50 ms", "p99 ms", "slowest ms")
                .row("webhook → row can be read", usual.text(), slow.text(), slowest.text())
                .row("webhook → 200", answer.text(), slowAnswer.text(), "-");
        Report.print(
                "Webhook to row at %,d a second".formatted(rate),
                "%s; bodies of %d bytes, sent at an even rate over up to %d connections; the suite with its servers used %s cores; %d not 2xx"
                        .formatted(Machine.describe(version), Requests.BODY_BYTES, connections, busy.text(), refused),
                table,
                new Goals()
                        .add(usual.median() <= USUAL_MILLIS, "p50 ≤ 30 ms", usual.text())
                        .add(slow.median() <= SLOWEST_MILLIS, "p99 ≤ 250 ms", slow.text()));
    }
}
