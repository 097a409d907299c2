package groupwatch.bench;

import groupwatch.bench.process.ServiceProcess;
import groupwatch.bench.process.TemporaryFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** kill -9 of the media worker at random moments while files flow; then each is kept once, and nothing is left behind. */
@Command(
        name = "media-kill",
        mixinStandardHelpOptions = true,
        description = "kill -9 of the media worker at random moments; every file must end stored, once.")
public final class MediaKillCampaign implements Callable<Integer> {

    private static final String STORED = "state = 'stored'";

    /** The broker waits for a dead consumer 45 s before it gives its partitions to another. */
    private static final Duration BEGINNING = Duration.ofSeconds(120);

    private static final double LONGEST_MOMENT = 6;

    @Option(names = "--launcher", hidden = true, description = "The launcher script; not needed here.")
    String launcher = "";

    @Option(names = "--kills", defaultValue = "50", description = "How often (${DEFAULT-VALUE}).")
    int kills;

    @Option(names = "--files", defaultValue = "2000", description = "Messages with files (${DEFAULT-VALUE}).")
    int files;

    @Option(names = "--drain", defaultValue = "600", description = "Seconds the rest may take (${DEFAULT-VALUE}).")
    int drain;

    @Option(names = "--seed", defaultValue = "1", description = "Of the random moments (${DEFAULT-VALUE}).")
    long seed;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MediaKillCampaign()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var folder = TemporaryFolder.create();
                var servers = new MediaServers(folder.path())) {
            var first = servers.startWorker();
            var told = servers.tell(files);
            first.kill();
            var random = new Random(seed);
            for (var kill = 2; kill <= kills; kill++) {
                killSoon(servers, random, kill);
            }
            return verdict(servers, told).print();
        }
    }

    /** A moment after it has begun to store, so that each life is one in which something is under way. */
    private void killSoon(MediaServers servers, Random random, int kill) {
        var before = servers.count(STORED);
        var worker = servers.startWorker();
        Wait.until("the worker stores", BEGINNING, () -> {
            var stored = servers.count(STORED);
            return stored > before || stored == files;
        });
        Wait.seconds(random.nextDouble(LONGEST_MOMENT));
        worker.kill();
        System.out.printf("kill -9, %d: %d stored, %d before%n", kill, servers.count(STORED), before);
    }

    private Verdict verdict(MediaServers servers, MediaServers.Told told) throws IOException {
        var verdict = new Verdict();
        try (ServiceProcess worker = servers.startWorker("--groupwatch.media.sweep.min-age=1s")) {
            var seconds = drained(servers);
            Wait.seconds(2);
            servers.sweep(worker);
            var stored = servers.count(STORED);
            verdict.add(
                    stored == files,
                    "every file is stored",
                    "%d of %d, %.0f s after the last kill".formatted(stored, files, seconds));
        }
        var objects = servers.objects("media");
        verdict.add(
                objects.equals(told.hashes()),
                "one object for each different file, and no other",
                objects.size() + " objects of " + told.hashes().size());
        var thumbnails = servers.objects("thumbnails");
        verdict.add(
                told.hashes().containsAll(thumbnails), "no thumbnail of nothing", thumbnails.size() + " thumbnails");
        verdict.add(
                servers.objects("claims").isEmpty(),
                "no claim is left",
                servers.objects("claims").size() + " left");
        verdict.add(servers.leftBehind() == 0, "no temporary file is left", servers.leftBehind() + " left");
        var ids = servers.eventIds();
        var several = ids.values().stream().filter(of -> of.size() > 1).count();
        verdict.add(
                ids.size() == files && several == 0,
                "each told, always under the same event id",
                ids.size() + " told, " + several + " under several");
        var open = servers.openJobs();
        verdict.add(open == 0, "no job is left", open + " left");
        return verdict;
    }

    private double drained(MediaServers servers) {
        try {
            return Wait.until(
                    "all are stored",
                    Duration.ofSeconds(drain),
                    () -> servers.count("state = 'stored' AND announced = revision") >= files
                            && servers.openJobs() == 0);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
            return drain;
        }
    }
}
