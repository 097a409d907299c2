package groupwatch.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code up}: starts the suite and stays in the foreground until Ctrl-C. */
@Command(
        name = "up",
        sortOptions = false,
        description = {
            "Start the suite and keep it running until Ctrl-C.",
            "Settings of the services pass through: --groupwatch.capture.direct-chats=true, or GROUPWATCH_… in the environment."
        })
final class UpCommand implements Callable<Integer> {

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--gateway-port", defaultValue = "8086", description = "Where webhooks come in (${DEFAULT-VALUE}).")
    int gatewayPort;

    @Option(
            names = "--api-port",
            defaultValue = "8082",
            description = "Where everything else is asked (${DEFAULT-VALUE}).")
    int apiPort;

    @Option(
            names = "--no-demo",
            description =
                    "Without the simulator and its invented messages; the data are your own, in a folder of their own.")
    boolean noDemo;

    @Option(names = "--evolution-url", paramLabel = "U", description = "The Evolution API to work with.")
    @Nullable
    String evolutionUrl;

    @Option(names = "--evolution-key-file", paramLabel = "F", description = "The file with its API key.")
    @Nullable
    Path evolutionKeyFile;

    @Unmatched
    List<String> settings = new ArrayList<>();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var options = options(System.getenv());
        var folder = options.folder();
        folder.prepare(); // before the first log line is written into it
        System.setProperty("groupwatch.log", folder.log().toString());
        // what speaks java.util.logging speaks to the log too, not to the terminal
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var progress = new Progress(Objects.requireNonNull(spec).commandLine().getOut());
        progress.step("data folder " + folder.path());
        if (!options.demo() && folder.isDemo()) {
            progress.step("it holds simulated messages of an earlier demo");
        } else if (!options.demo() && !noDemo && evolutionUrl == null) {
            progress.step("without the demo: the folder holds data of your own, or an Evolution API is set");
        }
        try (var suite = Suite.prepare(options, progress)) {
            var stop = new Thread(suite::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            suite.start();
            new Greeting(options, suite).print(progress);
            new CountDownLatch(1).await(); // the shutdown hook ends it
        }
        return 0;
    }

    /** With the demo unless the person said no, has an Evolution API, or named a folder of real messages. */
    SuiteOptions options(Map<String, String> environment) {
        var said = Said.by(withEvolution(), environment);
        var wanted = !noDemo
                && !said.containsKey("groupwatch.evolution.url")
                && environment.getOrDefault("GROUPWATCH_EVOLUTION_URL", "").isBlank();
        var folder = data.folder(wanted);
        return new SuiteOptions(folder, gatewayPort, apiPort, said, wanted && !folder.isOwn());
    }

    private List<String> withEvolution() {
        var all = new ArrayList<String>();
        if (evolutionUrl != null) {
            all.add("--groupwatch.evolution.url=" + evolutionUrl);
        }
        if (evolutionKeyFile != null) {
            if (!Files.isReadable(evolutionKeyFile)) {
                throw new LocalException("The file " + evolutionKeyFile + " of --evolution-key-file cannot be read.");
            }
            all.add("--groupwatch.evolution.key-file=" + evolutionKeyFile.toAbsolutePath());
        }
        all.addAll(settings);
        return all;
    }
}
