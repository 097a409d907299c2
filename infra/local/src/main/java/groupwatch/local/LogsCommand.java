package groupwatch.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code logs}: the last lines of the services' log, and with {@code -f} what comes. Phone numbers were masked when it was written. */
@Command(name = "logs", description = "Show the services' log.")
final class LogsCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 300;

    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "100",
            description = "How many of the last lines (${DEFAULT-VALUE}).")
    int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    boolean follow;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var log = data.folder().log();
        if (!Files.exists(log)) {
            throw new LocalException("There is no log in " + data.folder().path() + " yet.");
        }
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var size = Files.size(log);
        try (var all = Files.lines(log, StandardCharsets.UTF_8)) {
            var content = all.toList();
            content.subList(Math.max(0, content.size() - lines), content.size()).forEach(out::println);
        }
        out.flush();
        while (follow) {
            Thread.sleep(PAUSE_MILLIS);
            size = copyFrom(size, out);
        }
        return 0;
    }

    private long copyFrom(long position, PrintWriter out) throws IOException {
        var log = data.folder().log();
        try (var in = Files.newInputStream(log)) {
            var begin = Files.size(log) < position ? 0 : position; // smaller: it was rotated
            in.skipNBytes(begin);
            var fresh = in.readAllBytes();
            out.print(new String(fresh, StandardCharsets.UTF_8));
            out.flush();
            return begin + fresh.length;
        }
    }
}
