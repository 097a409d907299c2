package groupwatch.bench.drain;

import groupwatch.bench.CampaignOptions;
import groupwatch.bench.MeasureOptions;
import groupwatch.bench.Webhooks;
import groupwatch.bench.broker.Backlog;
import groupwatch.bench.broker.RawTopic;
import groupwatch.bench.process.CpuTime;
import groupwatch.bench.process.Resources;
import groupwatch.bench.process.TemporaryFolder;
import groupwatch.bench.report.Goals;
import groupwatch.bench.report.Machine;
import groupwatch.bench.report.Report;
import groupwatch.bench.report.Spread;
import groupwatch.bench.report.Table;
import groupwatch.bench.store.RunningStore;
import groupwatch.events.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drains a filled raw topic, copies the same rows, and inserts some of them one by one, in turns. */
@Command(
        name = "drain",
        mixinStandardHelpOptions = true,
        description = {
            "How fast a raw topic becomes indexed rows and acknowledged announcements, against COPY of the same rows into the same tables"
                    + " and against one INSERT a row; fsync and synchronous_commit are on for all."
        })
public final class DrainMeasurement implements Callable<Integer> {

    private static final double SHARE = 0.5;
    private static final int WARM_UPS = 2;
    private static final int CONNECTIONS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @Mixin
    MeasureOptions options = new MeasureOptions();

    @Option(names = "--messages", defaultValue = "0", description = "Messages in each run (40,000, quick 10,000).")
    int messages;

    private final Spread drained = new Spread();
    private final Spread copied = new Spread();
    private final Spread insertedByOne = new Spread();
    private final Spread insertedByFour = new Spread();
    private final Spread share = new Spread();
    private final Spread cpuStore = new Spread();
    private final Spread cpuBroker = new Spread();
    private final Spread cpuPostgres = new Spread();
    private final Spread cpuCopy = new Spread();

    public static void main(String[] arguments) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.exit(new CommandLine(new DrainMeasurement()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        messages = messages > 0 ? messages : options.either(40_000, 10_000);
        String version;
        try (var resources = new Resources()) {
            var folder = resources.add(TemporaryFolder.create()).path();
            var store = resources.add(new RunningStore(folder));
            var backlog = resources.add(new Backlog(store.broker().bootstrapServers()));
            var connection = resources.add(store.postgres().connect(RunningStore.DATABASE));
            version = version(connection);
            var baseline = new Baseline(connection, folder);
            for (var run = 1 - WARM_UPS; run <= options.runs(); run++) {
                var webhooks = new Webhooks(CampaignOptions.runName() + "R" + (run + WARM_UPS) + "X", 40);
                var seconds = drain(store, backlog, webhooks, run > 0);
                check(connection, webhooks.run());
                var cpu = CpuTime.ofTree(store.postgres().pid());
                var copy = baseline.copy(webhooks.run());
                if (run > 0) {
                    cpuCopy.add((CpuTime.ofTree(store.postgres().pid()) - cpu) * 1e6 / messages);
                    note(store, webhooks.run(), seconds, copy);
                }
                Report.progress(
                        "run %d of %d: drained in %.2f s, copied in %.2f s", run, options.runs(), seconds, copy);
            }
        }
        print(version);
        return 0;
    }

    private void note(RunningStore store, String run, double seconds, double copy) throws Exception {
        drained.add(messages / seconds);
        copied.add(messages / copy);
        share.add(copy / seconds);
        var inserts = new Inserts(store.postgres());
        var rows = options.either(4_000, 1_000);
        insertedByOne.add(inserts.rate(run, 1, rows));
        insertedByFour.add(inserts.rate(run, CONNECTIONS, rows / CONNECTIONS));
    }

    /** Seconds until every raw offset is committed, which is after the rows and the announcements. */
    private double drain(RunningStore store, Backlog backlog, Webhooks webhooks, boolean counts) {
        var announced = backlog.written(Topics.MESSAGES);
        try (var topic = new RawTopic(store.broker().bootstrapServers(), webhooks)) {
            topic.fill(messages);
        }
        var cpu = new double[] {
            CpuTime.ofThis(),
            CpuTime.ofTree(store.broker().pid()),
            CpuTime.ofTree(store.postgres().pid())
        };
        var begin = System.nanoTime();
        store.go();
        backlog.drained(LIMIT);
        var seconds = (System.nanoTime() - begin) / 1e9;
        if (counts) {
            cpuStore.add((CpuTime.ofThis() - cpu[0]) * 1e6 / messages);
            cpuBroker.add((CpuTime.ofTree(store.broker().pid()) - cpu[1]) * 1e6 / messages);
            cpuPostgres.add((CpuTime.ofTree(store.postgres().pid()) - cpu[2]) * 1e6 / messages);
        }
        store.stand();
        var heard = backlog.written(Topics.MESSAGES) - announced;
        if (heard < messages) {
            throw new IllegalStateException(heard + " announcements of " + messages + " messages");
        }
        if (heard > messages) {
            Report.progress("%d were announced again: a batch was handled twice", heard - messages);
        }
        return seconds;
    }

    private void check(Connection connection, String run) throws SQLException {
        try (var statement = connection.createStatement()) {
            var count = statement.executeQuery(
                    "SELECT count(*) FROM store.messages WHERE id >= '%s' AND id < '%1$sZ'".formatted(run));
            count.next();
            if (count.getLong(1) != messages) {
                throw new IllegalStateException(count.getLong(1) + " rows of " + messages + " messages");
            }
        }
    }

    private void print(String version) {
        var none = "-";
        var table = new Table("way", "messages/s", "× COPY", "CPU µs store", "CPU µs broker", "CPU µs PostgreSQL")
                .row(
                        "raw topic → rows, announced",
                        drained.text(),
                        share.text(),
                        Spread.number(cpuStore.median()),
                        Spread.number(cpuBroker.median()),
                        Spread.number(cpuPostgres.median()))
                .row(
                        "COPY of the same rows, four tables",
                        copied.text(),
                        "1.00",
                        none,
                        none,
                        Spread.number(cpuCopy.median()))
                .row("one INSERT a message, 1 connection", insertedByOne.text(), ratio(insertedByOne), none, none, none)
                .row(
                        "one INSERT a message, 4 connections",
                        insertedByFour.text(),
                        ratio(insertedByFour),
                        none,
                        none,
                        none);
        Report.print(
                "Raw topic drained",
                "%s; %,d messages a run; fsync and synchronous_commit on"
                        .formatted(Machine.describe(version), messages),
                table,
                new Goals().add(share.median() >= SHARE, "drain ≥ 0.5 × COPY", share.text()));
    }

    private String ratio(Spread inserted) {
        return Spread.number(inserted.median() / copied.median());
    }

    private static String version(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }
}
