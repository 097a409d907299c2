package groupwatch.bench.night;

import groupwatch.bench.Verdict;
import groupwatch.bench.Wait;
import groupwatch.bench.process.ServiceProcess;
import groupwatch.bench.process.TemporaryFolder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Yesterday of many groups, by a vendor that takes its time; with kill -9 in the middle or without. */
@Command(
        name = "summary-night",
        mixinStandardHelpOptions = true,
        description =
                "Many groups' yesterday, summarised through a slow vendor on this machine; with --kills, kill -9 in the middle.")
public final class NightCampaign implements Callable<Integer> {

    private static final Duration BEGINNING = Duration.ofSeconds(90);

    /** What a night may take over the vendor's own time. */
    private static final double SLACK = 40.0 / 35.0;

    @Option(names = "--launcher", hidden = true, description = "The launcher script; not needed here.")
    String launcher = "";

    @Option(names = "--groups", defaultValue = "50", description = "How many groups (${DEFAULT-VALUE}).")
    int groups;

    @Option(names = "--latency", defaultValue = "5", description = "Seconds the vendor takes (${DEFAULT-VALUE}).")
    double latency;

    @Option(names = "--concurrency", defaultValue = "8", description = "Days at once (${DEFAULT-VALUE}).")
    int concurrency;

    @Option(names = "--kills", defaultValue = "0", description = "How often it is killed (${DEFAULT-VALUE}).")
    int kills;

    @Option(names = "--seed", defaultValue = "1", description = "Of the random moments (${DEFAULT-VALUE}).")
    long seed;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new NightCampaign()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var folder = TemporaryFolder.create();
                var servers = new NightServers(folder.path(), groups, Duration.ofMillis((long) (latency * 1000)))) {
            var repeated = new HashSet<Integer>();
            var random = new Random(seed);
            for (var kill = 1; kill <= kills; kill++) {
                killInTheMiddle(servers, random, kill, repeated);
            }
            return verdict(servers, repeated).print();
        }
    }

    /** Each life writes something and is ended while it asks. */
    private void killInTheMiddle(NightServers servers, Random random, int kill, Set<Integer> repeated) {
        var finished = servers.written();
        var before = servers.asked().size();
        var summarizer = servers.startSummarizer(concurrency);
        Wait.until("it writes", BEGINNING, () -> {
            var written = servers.written().size();
            return written > finished.size() || written == groups;
        });
        Wait.seconds(random.nextDouble(latency));
        summarizer.kill();
        repeated(servers, finished, before, repeated);
        System.out.printf(
                "kill -9, %d: %d of %d written, %d asked%n",
                kill, servers.written().size(), groups, servers.asked().size());
    }

    /** What was a row before this life and was asked for in it. */
    private static void repeated(NightServers servers, Set<Integer> finished, int before, Set<Integer> repeated) {
        List<Integer> asked = servers.asked();
        asked.subList(before, asked.size()).stream().filter(finished::contains).forEach(repeated::add);
    }

    private Verdict verdict(NightServers servers, Set<Integer> repeated) {
        var verdict = new Verdict();
        var finished = servers.written();
        var before = servers.asked().size();
        try (ServiceProcess summarizer = servers.startSummarizer(concurrency)) {
            Wait.until(
                    "it asks",
                    BEGINNING,
                    () -> servers.asked().size() > before || servers.written().size() == groups);
            var left = groups - finished.size();
            var seconds = Wait.until(
                    "all are written",
                    Duration.ofSeconds((long) (60 + 4 * latency * groups / concurrency)),
                    () -> servers.written().size() == groups && servers.openJobs() == 0);
            verdict.add(
                    true,
                    "every group is summarised",
                    "%d of %d, %.1f s for the last %d".formatted(groups, groups, seconds, left));
            if (kills == 0) {
                var ideal = Math.ceil(groups / (double) concurrency) * latency;
                verdict.add(
                        seconds <= ideal * SLACK,
                        "in little more than the vendor's own time",
                        "%.1f s, of which the vendor's %.1f s".formatted(seconds, ideal));
            }
        }
        repeated(servers, finished, before, repeated);
        verdict.add(repeated.isEmpty(), "no finished group is asked for again", repeated.size() + " were");
        verdict.add(
                servers.peak() <= concurrency,
                "never more at once than allowed",
                servers.peak() + " at once, " + servers.asked().size() + " calls");
        var told = servers.told();
        verdict.add(
                told.size() == groups && told.values().stream().allMatch(ids -> ids.size() == 1),
                "each told, always under the same event id",
                told.size() + " told");
        return verdict;
    }
}
