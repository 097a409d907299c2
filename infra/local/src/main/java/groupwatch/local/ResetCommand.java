package groupwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reset}: forgets everything. Asks first; deletes what the suite made, and nothing else that lies in the folder. */
@Command(name = "reset", description = "Stop the suite and delete all its data, tokens included.")
final class ResetCommand implements Callable<Integer> {

    private static final List<String> OURS = List.of(
            "kafka", "postgres", "objects", "mails", "secrets", "logs", "simulator", "run.json", "lock", "broker.hold");

    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    boolean yes;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var folder = data.onlyFolder();
        if (!folder.exists()) {
            out.println("nothing there: " + folder.path());
            return 0;
        }
        if (!yes && !confirmed(folder)) {
            throw new LocalException("Nothing was deleted: answer yes, or say --yes.");
        }
        DownCommand.end(folder);
        for (var name : OURS) {
            delete(folder.path().resolve(name));
        }
        out.println("deleted the data in " + folder.path());
        out.flush();
        return 0;
    }

    private static boolean confirmed(DataFolder folder) {
        var console = System.console();
        return console != null
                && "yes".equals(console.readLine("Delete all messages and tokens in %s? (yes/no) ", folder.path()));
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
