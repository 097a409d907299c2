package groupwatch.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code --data DIR}, which every command takes. Without it there are two folders, the user's own and the demo's: {@code up} chooses by
 * what it is to run, the others mean the one that runs.
 */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "The data folder. Else ~/.local/share/groupwatch-demo with the demo and ~/.local/share/groupwatch without;",
                "commands about a running suite find the one that runs."
            })
    @Nullable
    Path path;

    /** Where {@code up} is to run. */
    DataFolder folder(boolean demo) {
        return new DataFolder(path != null ? path : demo ? DataFolder.demo() : DataFolder.standard());
    }

    /** The one meant: given, or running, or used last. */
    DataFolder folder() {
        var running = running();
        return running.isEmpty() ? lastUsed() : running.getFirst();
    }

    /**
     * The one meant, without guessing: for what cannot be undone.
     *
     * @throws LocalException when it could be either
     */
    DataFolder onlyFolder() {
        var candidates = running();
        if (candidates.isEmpty()) {
            candidates = existing();
        }
        if (candidates.size() > 1) {
            throw bothOf(candidates);
        }
        return candidates.isEmpty() ? folder(true) : candidates.getFirst();
    }

    private List<DataFolder> running() {
        var running = existing().stream()
                .filter(folder -> Running.on(folder).flatMap(Running::services).isPresent())
                .toList();
        if (running.size() > 1) {
            throw bothOf(running);
        }
        return running;
    }

    private DataFolder lastUsed() {
        return existing().stream()
                .max(Comparator.comparingLong(folder -> folder.log().toFile().lastModified()))
                .orElseGet(() -> folder(true));
    }

    private List<DataFolder> existing() {
        if (path != null) {
            return List.of(new DataFolder(path));
        }
        return List.of(new DataFolder(DataFolder.demo()), new DataFolder(DataFolder.standard())).stream()
                .filter(folder -> Files.isDirectory(folder.path()))
                .toList();
    }

    private static LocalException bothOf(List<DataFolder> folders) {
        return new LocalException("There are %s and %s: choose one with --data."
                .formatted(folders.getFirst().path(), folders.getLast().path()));
    }
}
