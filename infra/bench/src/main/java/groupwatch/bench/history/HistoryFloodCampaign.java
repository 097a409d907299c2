package groupwatch.bench.history;

import groupwatch.bench.CampaignOptions;
import groupwatch.bench.Verdict;
import groupwatch.bench.Wait;
import groupwatch.bench.Webhooks;
import groupwatch.bench.process.Resources;
import groupwatch.bench.process.TemporaryFolder;
import groupwatch.bench.report.Machine;
import groupwatch.bench.report.Report;
import groupwatch.bench.report.Spread;
import groupwatch.bench.report.Table;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** An account is linked and its phone tells all of its past; another account goes on talking, partly in the same groups. */
@Command(
        name = "history-flood",
        mixinStandardHelpOptions = true,
        description =
                "The past of an account as one flood: nothing lost, heap flat, live messages of another account in time.")
public final class HistoryFloodCampaign implements Callable<Integer> {

    private static final double LIVE_MILLIS = 2000;
    private static final String FLOODED = "flooded";

    /** As in the bodies that {@link Webhooks} makes. */
    private static final String TALKING = "bench";

    /** Of the groups that the simulator invents. */
    private static final long FIRST_GROUP = 10_000_000;

    /** The flood is about the first twenty. */
    private static final int LIVE_GROUPS = 40;

    private static final String HISTORY = "/accounts/" + FLOODED + "/history";
    private static final Duration QUIET = Duration.ofSeconds(8);

    private static final List<Integer> LOOKS = List.of(25, 50, 75);
    private static final Duration READY = Duration.ofSeconds(120);
    private static final Duration FLOOD = Duration.ofMinutes(40);

    /** It waits a minute for chunks that were sent before the last one. */
    private static final Duration SAYS_SO = Duration.ofSeconds(100);

    @Option(names = "--launcher", hidden = true, description = "The launcher script; not needed here.")
    String launcher = "";

    @Option(names = "--messages", defaultValue = "0", description = "Of the past (200000, quick 20000).")
    int messages;

    @Option(names = "--chunk", defaultValue = "500", description = "Messages in a webhook (${DEFAULT-VALUE}).")
    int chunk;

    @Option(names = "--rate", defaultValue = "20", description = "Live messages a second (${DEFAULT-VALUE}).")
    double rate;

    @Option(names = "--quick", description = "A tenth of it.")
    boolean quick;

    @Option(names = "--store", description = "A property of the message store, as --name=value; several times.")
    List<String> store = new ArrayList<>();

    private final Verdict verdict = new Verdict();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HistoryFloodCampaign()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        messages = messages > 0 ? messages : quick ? 20_000 : 200_000;
        try (var resources = new Resources()) {
            var folder = resources.add(TemporaryFolder.create());
            var servers = new FloodServers(folder.path(), resources, messages, List.of(FLOODED, TALKING), store);
            var phones = resources.add(new JsonApi(servers.evolution(), "apikey", () -> FloodServers.EVOLUTION_KEY));
            var tokens = new SuiteTokens(new SecuritySettings(FloodServers.SUITE_KEY), Clock.systemUTC());
            var watchdog = resources.add(new JsonApi(
                    servers.watchdog(),
                    "Authorization",
                    () -> "Bearer " + tokens.mint(Caller.service("bench", Scopes.SUITE_READ))));
            link(phones, watchdog);
            flood(servers, resources, phones, watchdog);
        }
        return verdict.print();
    }

    /** The watchdog makes the instances; somebody scans their codes. */
    private static void link(JsonApi phones, JsonApi watchdog) {
        for (var account : List.of(FLOODED, TALKING)) {
            Wait.until("there is " + account, READY, () -> phones.has("/simulator/" + account));
            phones.post("/simulator/" + account + "/scan", "{\"scenario\": \"none\"}");
            Wait.until(
                    account + " is open",
                    READY,
                    () -> watchdog.get("/accounts/" + account)
                            .path("state")
                            .asString("")
                            .equals("open"));
        }
    }

    private void flood(FloodServers servers, Resources resources, JsonApi phones, JsonApi watchdog) throws Exception {
        var yesterday = Clock.systemUTC()
                .instant()
                .minus(Duration.ofDays(1))
                .getEpochSecond(); // each is a second younger: none is of a time to come
        var webhooks = new Webhooks(CampaignOptions.runName(), LIVE_GROUPS, FIRST_GROUP, yesterday);
        var live = resources.add(new LiveTraffic(servers, webhooks, rate));
        var kept = new KeptFlood(resources.add(servers.connect()), FLOODED);
        var heaps = new HeapLooks(servers.watched());

        live.warmUp(Duration.ofSeconds(quick ? 10 : 30));
        var before = live.during(Duration.ofSeconds(quick ? 6 : 60));
        Report.progress("before: p99 %.0f ms", before.slow());
        heaps.look("before");
        var seconds = new Spread();
        var during = live.during(() -> {
            seconds.add(told(phones, kept, heaps));
            return seconds;
        });
        heaps.look("all there");
        var progress = new JsonNode[1];
        // the watchdog waits a minute for what was sent before the last chunk: too long to see that it works
        var after = live.during(() -> {
            progress[0] = quick ? after(watchdog, QUIET) : complete(watchdog);
            return progress;
        });
        heaps.look("after");

        print(before, during, after, heaps, seconds);
        judge(before, during, after);
        heaps.judge(verdict, "50 %");
        kept.judge(verdict, ids(phones), servers.bootstrapServers());
        judge(progress[0]);
    }

    /** Returns after how many seconds all was there. */
    private double told(JsonApi phones, KeptFlood kept, HeapLooks heaps) {
        phones.post(
                "/simulator/" + FLOODED + "/history",
                "{\"messages\": %d, \"chunk\": %d, \"stored\": true, \"seed\": 7}".formatted(messages, chunk));
        var looks = new ArrayList<>(LOOKS);
        try {
            return Wait.until("all of the past is there", FLOOD, () -> {
                Wait.seconds(0.4);
                var count = kept.count();
                while (!looks.isEmpty() && count * 100 >= (long) looks.getFirst() * messages) {
                    Report.progress("%,d of %,d messages", count, messages);
                    heaps.look(looks.removeFirst() + " %");
                }
                return count >= messages;
            });
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
            return FLOOD.toSeconds();
        }
    }

    private static JsonNode after(JsonApi watchdog, Duration time) {
        Wait.seconds(time.toSeconds());
        return watchdog.get(HISTORY);
    }

    private static JsonNode complete(JsonApi watchdog) {
        try {
            Wait.until("the watchdog says that this is all", SAYS_SO, () -> {
                Wait.seconds(0.4);
                return watchdog.get(HISTORY).path("complete").asBoolean(false);
            });
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        return watchdog.get(HISTORY);
    }

    /** What was told, as the phone remembers it. */
    private static Set<String> ids(JsonApi phones) {
        try (var lines = phones.lines("/simulator/" + FLOODED + "/truth")) {
            return lines.map(line -> line.path("id").asString()).collect(Collectors.toSet());
        }
    }

    private void judge(LiveTraffic.Result before, LiveTraffic.Result during, LiveTraffic.Result after) {
        var refused = before.refused() + during.refused() + after.refused();
        var unseen = before.unseen() + during.unseen() + after.unseen();
        verdict.add(
                unseen == 0,
                "each live webhook that is taken is a row",
                "%,d sent, %,d refused, %,d no row"
                        .formatted(before.sent() + during.sent() + after.sent(), refused, unseen));
        verdict.add(
                // a tenth of it, on a machine that does other things, says whether it works and not how fast
                quick || during.slow() <= LIVE_MILLIS,
                "live messages are rows within 2 s during the flood (p99)",
                "%.0f ms; %.1f × before, %.1f × after"
                        .formatted(during.slow(), during.slow() / before.slow(), during.slow() / after.slow()));
    }

    private void judge(JsonNode progress) {
        verdict.add(
                progress.path("messages").asLong() == messages
                        && progress.path("progress").asInt() == 100
                        && (quick || progress.path("complete").asBoolean(false)),
                "the watchdog says how far it is",
                "%,d messages, %d %%, %s"
                        .formatted(
                                progress.path("messages").asLong(),
                                progress.path("progress").asInt(),
                                progress.path("ended").asString("not known to be all yet")));
    }

    private void print(
            LiveTraffic.Result before,
            LiveTraffic.Result during,
            LiveTraffic.Result after,
            HeapLooks heaps,
            Spread seconds) {
        var table = new Table("live messages, webhook → row", "messages", "p50 ms", "p99 ms", "slowest ms");
        row(table, "before the flood", before);
        row(table, "while it lasts", during);
        row(table, "afterwards", after);
        var memory = new Table("alive in the heap, MB: before / 25 / 50 / 75 % / all there / after", "");
        for (var service : List.of("message-store", "ingest-gateway", "connection-watchdog")) {
            memory.row(service, heaps.of(service));
        }
        Report.print(
                "%,d messages of the past".formatted(messages),
                "%s; chunks of %d, all there after %s s (%s a second); %s live messages a second meanwhile"
                        .formatted(
                                Machine.describe(""),
                                chunk,
                                seconds.text(),
                                Spread.number(messages / seconds.median()),
                                Spread.number(rate)),
                table,
                memory);
    }

    private static void row(Table table, String when, LiveTraffic.Result result) {
        table.row(
                when,
                "%,d".formatted(result.times().count()),
                Spread.number(result.usual()),
                Spread.number(result.slow()),
                Spread.number(result.slowest()));
    }
}
