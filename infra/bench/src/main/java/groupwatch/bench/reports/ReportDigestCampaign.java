package groupwatch.bench.reports;

import groupwatch.bench.LiveHeap;
import groupwatch.bench.Verdict;
import groupwatch.bench.process.CpuTime;
import groupwatch.bench.process.Resources;
import groupwatch.bench.process.TemporaryFolder;
import groupwatch.bench.report.Spread;
import groupwatch.report.testing.FakeSuite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The largest report there is: a week of very many groups, through the preview of a dispatcher in a process of its own. */
@Command(
        name = "report-digest",
        mixinStandardHelpOptions = true,
        description = "The weekly digest of many groups: seconds, calls, memory and size.")
public final class ReportDigestCampaign implements Callable<Integer> {

    private static final double SECONDS = 5;
    private static final int CALLS_OF_A_GROUP = 3;

    /** Of all groups together: the list of groups, the week's summaries in pages, coverage. */
    private static final int CALLS_OF_ALL = 50;

    private static final double MEGABYTES = 24;

    @Option(names = "--launcher", hidden = true, description = "The launcher script; not needed here.")
    String launcher = "";

    @Option(names = "--groups", defaultValue = "300", description = "How many groups (${DEFAULT-VALUE}).")
    int groups;

    @Option(names = "--runs", defaultValue = "5", description = "Warm runs (${DEFAULT-VALUE}).")
    int runs;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReportDigestCampaign()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var resources = new Resources()) {
            var folder = resources.add(TemporaryFolder.create());
            var servers = resources.add(new ReportServers(folder.path(), 1));
            new ManyGroups(LocalDate.now(ZoneOffset.UTC)).fill(servers.suite(), groups);
            var mails = resources.add(new MailServer(0, 1));
            var dispatcher = resources.add(
                    servers.startDispatcher("dispatcher", mails.open().number()));
            var client = resources.add(new ReportClient(dispatcher.uri()));
            var report = client.add(report()).path("id").asString();
            return verdict(servers.suite(), client, report, dispatcher.pid()).print();
        }
    }

    private static JsonNode report() {
        var report = JsonMapper.shared().createObjectNode();
        // not due by itself while it is looked at
        report.put("name", "The week")
                .put("type", "weekly_digest")
                .put("schedule", "weekly")
                .put(
                        "day",
                        LocalDate.now(ZoneOffset.UTC)
                                .minusDays(1)
                                .getDayOfWeek()
                                .getValue())
                .put("time", "00:00")
                .put("zone", "UTC");
        report.putArray("recipients").add("ana@example.org");
        return report;
    }

    private Verdict verdict(FakeSuite suite, ReportClient client, String report, long pid) {
        var verdict = new Verdict();
        var first = new Timed(client, report, pid);
        var calls = suite.calls();
        var warm = new Spread();
        var processor = new Spread();
        double peak;
        try (var memory = new PeakMemory(pid)) {
            for (var run = 0; run < runs; run++) {
                var timed = new Timed(client, report, pid);
                warm.add(timed.seconds);
                processor.add(timed.processor);
            }
            peak = memory.most();
        }
        verdict.add(
                warm.median() <= SECONDS,
                "a digest of %d groups in %.0f s".formatted(groups, SECONDS),
                "%s s, of processor %s s; the first one %.2f s and %.2f s"
                        .formatted(warm.text(), processor.text(), first.seconds, first.processor));
        calls(verdict, calls);
        memory(verdict, client, report, pid, peak);
        size(verdict, first.mail);
        return verdict;
    }

    /** One preview, and how long it took; what the dispatcher used of the processors tells the same on a busy machine. */
    private static final class Timed {

        private final JsonNode mail;
        private final double seconds;
        private final double processor;

        Timed(ReportClient client, String report, long pid) {
            var used = CpuTime.of(pid);
            var begin = System.nanoTime();
            mail = client.preview(report);
            seconds = (System.nanoTime() - begin) / 1e9;
            processor = CpuTime.of(pid) - used;
        }
    }

    private void calls(Verdict verdict, List<String> calls) {
        var ofGroups = calls.stream()
                .map(call -> call.replaceAll(".*?([0-9]+@g\\.us).*", "$1"))
                .filter(call -> call.endsWith("@g.us"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var most = Collections.max(ofGroups.values());
        var ofAll = calls.size()
                - ofGroups.values().stream().mapToLong(Long::longValue).sum();
        verdict.add(
                ofGroups.size() == groups && most <= CALLS_OF_A_GROUP && ofAll <= CALLS_OF_ALL,
                "%d calls a group at most".formatted(CALLS_OF_A_GROUP),
                "%d at most, %.2f on average, %d for all together"
                        .formatted(most, (calls.size() - ofAll) / (double) groups, ofAll));
    }

    /** Looking at what is alive takes a full collection: these runs are not timed. */
    private void memory(Verdict verdict, ReportClient client, String report, long pid, double peak) {
        var before = LiveHeap.look(pid);
        double most;
        try (var heap = new LiveHeap(pid)) {
            var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            while (System.nanoTime() < end) {
                client.preview(report);
            }
            most = heap.most();
        }
        verdict.add(
                most - before <= MEGABYTES,
                "what is alive in the heap grows by %.0f MB at most".formatted(MEGABYTES),
                "%.1f MB before, %.1f MB while it is built, %.1f MB after; the whole process had %.0f MB"
                        .formatted(before, most, LiveHeap.look(pid), peak));
    }

    private void size(Verdict verdict, JsonNode mail) {
        var html = mail.path("html").asString();
        var text = mail.path("text").asString();
        var named = IntStream.range(0, groups)
                .filter(number -> text.contains("Neighbours of street " + number))
                .count();
        verdict.add(
                named > 0 && !html.isEmpty(),
                "the mail tells of them",
                "HTML %,d KB with its image, text %,d KB, %d groups by name"
                        .formatted(kilobytes(html), kilobytes(text), named));
    }

    private static long kilobytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length / 1024;
    }
}
