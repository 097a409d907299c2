package groupwatch.bench.gateway;

import groupwatch.bench.CampaignOptions;
import groupwatch.bench.MeasureOptions;
import groupwatch.bench.SuiteProcess;
import groupwatch.bench.Webhooks;
import groupwatch.bench.broker.Backlog;
import groupwatch.bench.load.Requests;
import groupwatch.bench.process.CpuTime;
import groupwatch.bench.process.Resources;
import groupwatch.bench.report.Goals;
import groupwatch.bench.report.Machine;
import groupwatch.bench.report.Report;
import groupwatch.bench.report.Spread;
import groupwatch.bench.report.Table;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Accept rate and latency of the gateway with a broker alone, and of the whole suite at work. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = {
            "How many webhooks a second are accepted, and how fast: by the gateway and a broker, against a handler that does nothing and"
                    + " one that inserts a row (in turns, all in one run); then by the whole suite while it stores and announces."
        })
public final class GatewayMeasurement implements Callable<Integer> {

    private static final double SHARE = 0.3;
    private static final double RATE = 8_000;
    private static final double SLOWEST_MILLIS = 60;
    private static final double SUITE_RATE = 4_500;

    @Mixin
    MeasureOptions options = new MeasureOptions();

    @Option(names = "--connections", defaultValue = "64", description = "At a time (${DEFAULT-VALUE}).")
    int connections;

    @Option(names = "--no-suite", description = "Only the comparison, without the whole suite.")
    boolean noSuite;

    private final Webhooks webhooks = new Webhooks(CampaignOptions.runName(), 40);
    private final Goals goals = new Goals();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GatewayMeasurement()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Receiver nullHandler;
        String version;
        var table = Receiver.table();
        try (var resources = new Resources()) {
            var contenders = new Contenders(resources, webhooks, connections);
            compare(contenders);
            contenders.all().forEach(receiver -> receiver.row(table, contenders.nullHandler));
            nullHandler = contenders.nullHandler;
            version = contenders.postgresVersion;
        }
        Object rounds = "";
        if (!noSuite) {
            rounds = suite(table, nullHandler);
        }
        Report.print(
                "Webhooks accepted",
                "%s; %d connections, bodies of %d bytes"
                        .formatted(Machine.describe(version), connections, Requests.BODY_BYTES),
                table,
                rounds,
                goals);
        return 0;
    }

    private String suite(Table table, Receiver nullHandler) throws IOException {
        try (var resources = new Resources()) {
            var suite = options.suite(resources);
            var gateway = resources.add(receiver(suite));
            var rounds = new SuiteRounds(
                    gateway,
                    resources.add(new Backlog(suite.text("kafka"))),
                    Duration.ofSeconds(options.either(15, 6)));
            load(rounds);
            gateway.row(table, nullHandler);
            goals.add(
                            gateway.rate().median() >= SUITE_RATE,
                            "whole suite ≥ 4,500/s",
                            gateway.rate().text())
                    .add(rounds.drainsInTime(), "backlog drained within the run's own length", rounds.drainText());
            return "The whole suite, what became rows and announcements:\n\n" + rounds.table();
        }
    }

    private void compare(Contenders contenders) {
        for (var receiver : contenders.all()) {
            receiver.warmUp(options.either(80_000, 30_000), Duration.ofSeconds(options.either(30, 12)));
        }
        for (var run = 1; run <= options.runs(); run++) {
            for (var receiver : contenders.all()) {
                receiver.run(Duration.ofSeconds(options.either(5, 3)));
            }
            Report.progress("run %d of %d", run, options.runs());
        }
        var gateway = contenders.gateway;
        var share = gateway.rate().median() / contenders.nullHandler.rate().median();
        goals.add(share >= SHARE, "gateway and broker ≥ 0.3 × null handler", Spread.number(share))
                .add(
                        gateway.rate().median() >= RATE,
                        "gateway and broker ≥ 8,000/s",
                        gateway.rate().text())
                .add(
                        gateway.slow().median() <= SLOWEST_MILLIS,
                        "p99 ≤ 60 ms",
                        gateway.slow().text());
    }

    private void load(SuiteRounds rounds) {
        rounds.warmUp();
        for (var run = 1; run <= options.runs(); run++) {
            rounds.run();
            Report.progress("suite, run %d of %d", run, options.runs());
        }
    }

    private Receiver receiver(SuiteProcess suite) {
        return new Receiver(
                        "whole suite at work",
                        URI.create(suite.text("gateway")),
                        suite.text("webhookToken"),
                        webhooks,
                        connections)
                .part("services", () -> CpuTime.of(suite.run().path("pid").asLong()))
                .part(
                        "broker",
                        () -> CpuTime.ofTree(suite.run().path("brokerPid").asLong()))
                .part(
                        "PostgreSQL",
                        () -> CpuTime.ofTree(suite.run().path("postgresPid").asLong()));
    }
}
