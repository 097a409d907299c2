package groupwatch.local;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code status}: each part and how it is; exit code 0 only when all is well. */
@Command(
        name = "status",
        description = "Show how each part is; exit code 1 when something is down, 3 when nothing runs.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var folder = data.folder();
        out.println("data folder  " + folder.path());
        var running = Running.on(folder);
        if (running.flatMap(Running::services).isEmpty()) {
            out.println("not running");
            return NOT_RUNNING;
        }
        return print(running.get(), out) ? 0 : 1;
    }

    private static boolean print(Running running, PrintWriter out) {
        var file = running.file();
        var processes = process(out, "services", running.services())
                & process(out, "broker", running.broker())
                & process(out, "postgres", running.postgres());
        out.println("gateway      " + file.gateway());
        out.println("api          " + file.api() + "/api");
        out.println("kafka        " + file.kafka());
        out.println("database     " + file.postgres());
        if (file.simulator() != null) {
            out.println("simulator    " + file.simulator() + " (its messages are invented)");
        }
        if (file.mail() != null) {
            out.println("mail         " + file.mail());
        }
        var health = new Health(file.api(), file.apiToken()).ask();
        out.println("health       "
                + health.map(body -> body.path("status").asString("unknown")).orElse("no answer"));
        health.ifPresent(body -> body.path("services").forEachEntry((name, service) -> service(out, name, service)));
        out.flush();
        return processes && health.filter(Health::isUp).isPresent();
    }

    private static boolean process(PrintWriter out, String name, Optional<ProcessHandle> handle) {
        out.printf("%-12s %s%n", name, handle.map(it -> "process " + it.pid()).orElse("DOWN"));
        return handle.isPresent();
    }

    /** The service, and those of its parts that say more than that they are there. */
    private static void service(PrintWriter out, String name, JsonNode service) {
        out.printf("  %-18s %s%n", name, service.path("status").asString("unknown"));
        service.path("components").forEachEntry((part, how) -> {
            if (how.has("details") || !Health.isUp(how)) {
                out.printf("    %-16s %s %s%n", part, how.path("status").asString("unknown"), how.path("details"));
            }
        });
    }
}
