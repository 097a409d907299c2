package groupwatch.bench.media;

import groupwatch.bench.CampaignOptions;
import groupwatch.bench.LiveHeap;
import groupwatch.bench.MeasureOptions;
import groupwatch.bench.SuiteProcess;
import groupwatch.bench.Wait;
import groupwatch.bench.process.Resources;
import groupwatch.bench.process.TemporaryFolder;
import groupwatch.bench.report.Goals;
import groupwatch.bench.report.Machine;
import groupwatch.bench.report.Report;
import groupwatch.bench.report.Spread;
import groupwatch.bench.report.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Large and many files through the whole suite, against what the shell needs to decode, write and hash the same. */
@Command(
        name = "media",
        mixinStandardHelpOptions = true,
        description = {
            "A video of 100 MB in a webhook: how fast it is accepted, until it is stored, and how fast it is read through the edge, against"
                    + " base64 -d | tee | sha256sum of the same; what that takes of the heap; ten at once; 2,000 small images."
        })
public final class MediaMeasurement implements Callable<Integer> {

    private static final double SHARE = 0.25;
    private static final double GROWTH = 64;
    private static final double NOT_STARVED_SECONDS = 2;
    private static final int TEN = 10;
    private static final int CONNECTIONS = 16;
    private static final Duration LIMIT = Duration.ofMinutes(15);

    @Mixin
    MeasureOptions options = new MeasureOptions();

    private final String name = CampaignOptions.runName();
    private final Spread yardstick = new Spread();
    private final Spread accepted = new Spread();
    private final Spread stored = new Spread();
    private final Spread read = new Spread();
    private final Goals goals = new Goals();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MediaMeasurement()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var resources = new Resources()) {
            var folder = resources.add(TemporaryFolder.create()).path();
            var suite = options.suite(resources);
            var connection = resources.add(suite.connect());
            var version = connection.getMetaData().getDatabaseProductVersion();
            var messages = new FileMessages(URI.create(suite.text("gateway")), suite.text("webhookToken"));
            var files = new StoredFiles(suite, connection);
            var megabytes = options.either(100, 20);
            var video = SampleFile.create(folder, "video", megabytes * 1_000_000L, 0);
            speed(messages, files, video, folder);
            var growth = growth(suite, messages, files, video);
            var ten = ten(suite, messages, files, folder, megabytes);
            var images = images(messages, files, options.either(2000, 200));
            print(version, megabytes, growth, ten, images);
        }
        return 0;
    }

    /** Each run sends another file: one that is there already need not be written. */
    private void speed(FileMessages messages, StoredFiles files, SampleFile first, Path folder) throws IOException {
        through(messages, files, first, "warm", false);
        for (var run = 1; run <= options.runs(); run++) {
            var sample = SampleFile.create(folder, "run", first.size(), run);
            yardstick.add(Yardstick.measure(sample, folder));
            through(messages, files, sample, "run" + run, true);
            Report.progress("run %d of %d", run, options.runs());
        }
    }

    private void through(FileMessages messages, StoredFiles files, SampleFile sample, String id, boolean noted)
            throws IOException {
        var begin = System.nanoTime();
        expect200(messages.send(name + id, sample).join());
        var answered = (System.nanoTime() - begin) / 1e9;
        awaitStored(files, name + id, 1);
        var done = (System.nanoTime() - begin) / 1e9;
        var speed = files.download(FileMessages.mediaId(name + id), sample);
        if (noted) {
            accepted.add(sample.size() / 1e6 / answered);
            stored.add(sample.size() / 1e6 / done);
            read.add(speed);
        }
    }

    /** Megabytes alive in the one JVM of all services beyond those before, at most; each look stops it, so this is no time to measure speed. */
    private double growth(SuiteProcess suite, FileMessages messages, StoredFiles files, SampleFile video)
            throws IOException {
        var pid = suite.run().path("pid").asLong();
        var before = LiveHeap.look(pid);
        var heap = new LiveHeap(pid);
        try (heap) {
            through(messages, files, video, "heap", false);
        }
        goals.add(
                heap.most() - before <= GROWTH,
                "heap grows by ≤ 64 MB with one file, through webhook and download",
                "%+.1f MB (%d looks)".formatted(heap.most() - before, heap.looks()));
        return heap.most() - before;
    }

    private String ten(SuiteProcess suite, FileMessages messages, StoredFiles files, Path folder, int megabytes)
            throws IOException {
        var samples = new ArrayList<SampleFile>();
        for (var file = 0; file < TEN; file++) {
            samples.add(SampleFile.create(folder, "ten" + file, megabytes * 1_000_000L, 1000 + file));
        }
        var pings = new Spread();
        var begin = System.nanoTime();
        var answers = IntStream.range(0, TEN)
                .mapToObj(file -> messages.send(name + "ten" + file, samples.get(file)))
                .toList();
        var all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
        var slowest = 0.0;
        for (var ping = 0; !all.isDone(); ping++) {
            var seconds = messages.ping(name + "ping" + ping);
            pings.add(seconds * 1000);
            slowest = Math.max(slowest, seconds);
            Wait.seconds(0.05);
        }
        var answered = (System.nanoTime() - begin) / 1e9;
        answers.forEach(answer -> expect200(answer.join()));
        awaitStored(files, name + "ten", TEN);
        var done = (System.nanoTime() - begin) / 1e9;
        goals.add(suite.healthy(), "ten at once, and all is well", "all stored")
                .add(
                        slowest <= NOT_STARVED_SECONDS,
                        "meanwhile a plain webhook is answered within 2 s",
                        "%s ms, slowest %.0f ms".formatted(pings.text(), slowest * 1000));
        return "Ten of %d MB at once: answered after %.1f s (%.0f MB/s), stored after %.1f s; plain webhooks meanwhile took %s ms."
                .formatted(megabytes, answered, TEN * megabytes / answered, done, pings.text());
    }

    private String images(FileMessages messages, StoredFiles files, int count) throws IOException {
        var pictures = new ArrayList<byte[]>();
        for (var number = 0; number < count; number++) {
            pictures.add(SmallImages.png(number));
        }
        var room = new Semaphore(CONNECTIONS);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        var begin = System.nanoTime();
        for (var number = 0; number < count; number++) {
            room.acquireUninterruptibly();
            var picture = pictures.get(number);
            answers.add(messages.sendImage(name + "image" + number, picture, SmallImages.sha256(picture))
                    .whenComplete((status, error) -> room.release()));
        }
        answers.forEach(answer -> expect200(answer.join()));
        var answered = (System.nanoTime() - begin) / 1e9;
        awaitStored(files, name + "image", count);
        var done = (System.nanoTime() - begin) / 1e9;
        return "%,d images of %d KB: accepted %s a second, stored with thumbnails %s a second."
                .formatted(
                        count,
                        pictures.getFirst().length / 1000,
                        Spread.number(count / answered),
                        Spread.number(count / done));
    }

    private static void awaitStored(StoredFiles files, String ids, int count) {
        Wait.until("%d files are stored".formatted(count), LIMIT, () -> files.count(ids, "stored") == count);
    }

    private static void expect200(int status) {
        if (status != 200) {
            throw new IllegalStateException("a webhook with a file was answered " + status);
        }
    }

    private void print(String version, int megabytes, double growth, String ten, String images) {
        var unit = yardstick.median();
        var table = new Table("what", "MB/s", "of the yardstick")
                .row("`base64 -d \\| tee \\| sha256sum`, synced", yardstick.text(), "1")
                .row("webhook → 200", accepted.text(), Spread.number(accepted.median() / unit))
                .row("webhook → stored", stored.text(), Spread.number(stored.median() / unit))
                .row("download through the edge", read.text(), Spread.number(read.median() / unit));
        goals.add(
                        accepted.median() >= SHARE * unit,
                        "webhook ≥ 0.25 × yardstick",
                        Spread.number(accepted.median() / unit))
                .add(stored.median() >= SHARE * unit, "until stored ≥ 0.25 ×", Spread.number(stored.median() / unit))
                .add(read.median() >= SHARE * unit, "download ≥ 0.25 ×", Spread.number(read.median() / unit));
        Report.print(
                "Files",
                "%s; a video of %d MB; the heap grew by %+.1f MB"
                        .formatted(Machine.describe(version), megabytes, growth),
                table,
                ten + "\n\n" + images,
                goals);
    }
}
