package groupwatch.local;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code down}: ends a running suite as Ctrl-C does, and what a killed one left. The data stay. */
@Command(name = "down", description = "Stop the suite; the data stay.")
final class DownCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(end(data.folder()) ? "stopped" : "nothing was running");
        out.flush();
        return 0;
    }

    /** Whether there was something to end. */
    static boolean end(DataFolder folder) throws InterruptedException {
        var services = Running.on(folder).flatMap(Running::services);
        if (services.isPresent()) {
            stop(services.get());
        }
        return Running.endLeftOvers(folder) || services.isPresent();
    }

    private static void stop(ProcessHandle services) throws InterruptedException {
        services.destroy();
        try {
            services.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new LocalException("Process " + services.pid() + " did not end within " + LIMIT.toSeconds()
                    + " s: the log tells why, and kill -9 loses nothing.");
        }
    }
}
