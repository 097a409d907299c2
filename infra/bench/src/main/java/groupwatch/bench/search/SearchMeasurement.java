package groupwatch.bench.search;

import groupwatch.bench.MeasureOptions;
import groupwatch.bench.load.Latencies;
import groupwatch.bench.process.Resources;
import groupwatch.bench.process.TemporaryFolder;
import groupwatch.bench.report.Goals;
import groupwatch.bench.report.Machine;
import groupwatch.bench.report.Report;
import groupwatch.bench.report.Spread;
import groupwatch.bench.report.Table;
import groupwatch.bench.store.RunningStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads two years of messages and searches them over HTTP. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "How fast GET /search answers over 2 million messages of 24 months, by how common the words are.")
public final class SearchMeasurement implements Callable<Integer> {

    private static final double USUAL_MILLIS = 100;
    private static final double SLOWEST_MILLIS = 200;
    private static final int CLIENTS = 4;

    @Mixin
    MeasureOptions options = new MeasureOptions();

    @Option(names = "--messages", defaultValue = "0", description = "How many (2,000,000, quick 240,000).")
    int messages;

    @Option(names = "--requests", defaultValue = "0", description = "Of each kind (100, quick 24).")
    int requests;

    private final Table table = new Table(
            "words",
            "hits",
            "order",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "p50 ms, 4 clients",
            "p95 ms, 4 clients",
            "p99 ms, 4 clients");
    private final List<String> slow = new ArrayList<>();

    public static void main(String[] arguments) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.exit(new CommandLine(new SearchMeasurement()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        messages = messages > 0 ? messages : options.either(2_000_000, 240_000);
        requests = requests > 0 ? requests : options.either(100, 24);
        String version;
        try (var resources = new Resources()) {
            var store = resources.add(
                    new RunningStore(resources.add(TemporaryFolder.create()).path()));
            new Loading(store.postgres(), messages).run();
            var connection = resources.add(store.postgres().connect(RunningStore.DATABASE));
            version = connection.getMetaData().getDatabaseProductVersion();
            ask(store);
        }
        Report.print(
                "Search",
                "%s; %,d messages over %d months in %d groups, pages of 50; everything read once before"
                        .formatted(Machine.describe(version), messages, Loading.MONTHS, Invented.GROUPS),
                table,
                new Goals()
                        .add(
                                slow.isEmpty(),
                                "p95 ≤ 100 ms and p99 ≤ 200 ms in all cases",
                                slow.isEmpty() ? "within in all" : "above in: " + String.join("; ", slow)));
        return 0;
    }

    private void ask(RunningStore store) throws InterruptedException, SQLException {
        var asking = new Asking(store);
        for (var byRank : List.of(false, true)) {
            for (var kind : Kind.values()) {
                asking.ask(kind, byRank, CLIENTS, requests); // what is measured is warm
            }
        }
        for (var kind : Kind.values()) {
            for (var byRank : List.of(false, true)) {
                var alone = asking.ask(kind, byRank, 1, requests);
                var together = asking.ask(kind, byRank, CLIENTS, 2 * requests);
                note(kind, byRank, hits(store, kind), alone, together);
                Report.progress("%s, %s: p95 %.1f ms", kind.title, order(byRank), alone.percentile(0.95));
            }
        }
    }

    private void note(Kind kind, boolean byRank, long hits, Latencies alone, Latencies together) {
        table.row(
                kind.title,
                "%,d".formatted(hits),
                order(byRank),
                number(alone, 0.5),
                number(alone, 0.95),
                number(alone, 0.99),
                number(together, 0.5),
                number(together, 0.95),
                number(together, 0.99));
        if (isSlow(alone)) {
            slow.add(kind.title + " (" + order(byRank) + ")");
        }
        if (isSlow(together)) {
            slow.add(kind.title + " (" + order(byRank) + ", 4 clients)");
        }
    }

    private static boolean isSlow(Latencies times) {
        return times.percentile(0.95) > USUAL_MILLIS || times.percentile(0.99) > SLOWEST_MILLIS;
    }

    private static String number(Latencies times, double share) {
        return Spread.number(times.percentile(share));
    }

    private static String order(boolean byRank) {
        return byRank ? "by rank" : "newest first";
    }

    private static long hits(RunningStore store, Kind kind) throws SQLException {
        try (var connection = store.postgres().connect(RunningStore.DATABASE);
                var statement = connection.createStatement()) {
            var result = statement.executeQuery("SELECT count(*) FROM store.messages WHERE words @@ '%s'::tsquery"
                    .formatted(kind.query(0).replace(" ", " & ")));
            result.next();
            return result.getLong(1);
        }
    }
}
