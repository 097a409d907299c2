package groupwatch.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data DIR}, which every command takes. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder (else the user's own, ~/.local/share/groupwatch).")
    @Nullable
    Path path;

    DataFolder folder() {
        return new DataFolder(path == null ? DataFolder.standard() : path);
    }
}
