package groupwatch.bench;

import groupwatch.bench.process.Resources;
import groupwatch.bench.process.TemporaryFolder;
import groupwatch.servers.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What every measurement takes. */
public final class MeasureOptions {

    @Option(names = "--launcher", required = true, hidden = true, description = "The launcher script.")
    Path launcher = Path.of("groupwatch");

    @Option(names = "--quick", description = "Fewer and shorter runs: to see that it works.")
    boolean quick;

    @Option(names = "--runs", defaultValue = "0", description = "Warm runs of each (5, quick 2).")
    int runs;

    public boolean quick() {
        return quick;
    }

    public int runs() {
        return runs > 0 ? runs : quick ? 2 : 5;
    }

    /** The first number, or with {@code --quick} the second. */
    public int either(int full, int quickly) {
        return quick ? quickly : full;
    }

    /** A suite in a new data folder on free ports, without the demo; both are gone afterwards. */
    public SuiteProcess suite(Resources resources) throws IOException {
        return suite(resources, List.of("--no-demo"));
    }

    /** @param options of {@code up} */
    public SuiteProcess suite(Resources resources, List<String> options) throws IOException {
        var folder = resources.add(TemporaryFolder.create());
        var suite = SuiteProcess.start(
                List.of(launcher.toString()), folder.path(), FreePort.find(), FreePort.find(), options);
        resources.add(() -> {
            suite.stop();
            suite.killIfAlive();
        });
        return suite;
    }
}
