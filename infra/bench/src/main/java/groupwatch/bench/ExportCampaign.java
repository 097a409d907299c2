package groupwatch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A group of a million messages in bulk, through the edge: exported as NDJSON and as CSV, and read as NDJSON. What is alive in
 * the suite's heap must not grow with the number of messages; {@code COPY} of the same rows is the yardstick of the speed.
 */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Exports a million messages; memory stays constant.")
public final class ExportCampaign implements Callable<Integer> {

    private static final String NDJSON = "application/x-ndjson";

    @Mixin
    CampaignOptions options = new CampaignOptions();

    @Option(names = "--messages", defaultValue = "1000000", description = "(${DEFAULT-VALUE})")
    int messages;

    @Option(
            names = "--growth",
            defaultValue = "24",
            description = "Megabytes that may be alive beyond those before it began (${DEFAULT-VALUE}).")
    double growth;

    private final Verdict verdict = new Verdict();
    private final HttpClient http = HttpClient.newHttpClient();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ExportCampaign()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var suite = options.start();
        try {
            var group = new BigGroup(suite);
            var begin = System.nanoTime();
            group.fill(messages);
            System.out.printf("%,d messages made in %.0f s%n", messages, (System.nanoTime() - begin) / 1e9);
            // what is loaded at the first request is not what a million messages take
            read(suite, "export?format=csv&limit=2000", "*/*");
            System.out.printf(
                    "%-22s %10s %8s %8s %10s %8s   %s%n", "", "rows", "MB", "s", "rows/s", "MB/s", "live heap MB");
            print("COPY … TO STDOUT", group.copy(), "");
            measured(suite, "export as NDJSON", "export?format=ndjson", "*/*", messages);
            measured(suite, "export as CSV", "export?format=csv", "*/*", messages + 1L);
            measured(suite, "messages as NDJSON", "messages", NDJSON, messages);
            verdict.add(true, "stops cleanly", "%.1f s".formatted(suite.stop()));
            options.cleanUp();
        } finally {
            suite.killIfAlive();
        }
        return verdict.print();
    }

    private void measured(SuiteProcess suite, String name, String path, String accept, long rows) throws IOException {
        var pid = suite.run().path("pid").asLong();
        var before = LiveHeap.look(pid);
        var heap = new LiveHeap(pid);
        Download download;
        try (heap) {
            download = read(suite, path, accept);
        }
        print(
                name,
                download,
                "before %.1f, then %.1f to %.1f (%d looks)".formatted(before, heap.least(), heap.most(), heap.looks()));
        verdict.add(download.rows() == rows, name + " is whole", "%,d rows".formatted(download.rows()));
        verdict.add(
                heap.most() - before <= growth,
                name + " in constant memory",
                "%+.1f MB".formatted(heap.most() - before));
    }

    private Download read(SuiteProcess suite, String path, String accept) throws IOException {
        var address = URI.create(suite.text("api") + "/api/groups/" + BigGroup.JID + "/" + path);
        return Download.of(http, address, suite.text("apiToken"), accept);
    }

    private static void print(String name, Download download, String heap) {
        System.out.printf(
                "%-22s %,10d %8.0f %8.1f %,10.0f %8.1f   %s%n",
                name,
                download.rows(),
                download.bytes() / 1e6,
                download.seconds(),
                download.rows() / download.seconds(),
                download.megabytesPerSecond(),
                heap);
    }
}
