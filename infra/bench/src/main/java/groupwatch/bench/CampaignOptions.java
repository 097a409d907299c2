package groupwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every campaign takes. */
public final class CampaignOptions {

    @Option(names = "--launcher", required = true, hidden = true, description = "The launcher script.")
    Path launcher = Path.of("groupwatch");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder; a new one, deleted when all went well, else.")
    @Nullable
    Path data;

    @Option(names = "--gateway-port", defaultValue = "18086", description = "(${DEFAULT-VALUE})")
    int gatewayPort;

    @Option(names = "--api-port", defaultValue = "18082", description = "(${DEFAULT-VALUE})")
    int apiPort;

    @Option(names = "--senders", defaultValue = "32", description = "Webhooks under way at a time (${DEFAULT-VALUE}).")
    int senders;

    private @Nullable Path made;

    SuiteProcess start() throws IOException {
        var folder = data;
        if (folder == null) {
            folder = Files.createTempDirectory("groupwatch-bench-");
            made = folder;
        }
        System.out.println("data folder " + folder);
        return SuiteProcess.start(List.of(launcher.toString()), folder.toAbsolutePath(), gatewayPort, apiPort);
    }

    /** A name no other run has, so that a data folder can be used twice. */
    public static String runName() {
        return "B" + Long.toString(System.currentTimeMillis() / 1000, 36).toUpperCase(Locale.ROOT) + "X";
    }

    void cleanUp() throws IOException {
        if (made == null) {
            return;
        }
        try (var files = Files.walk(made)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
