package groupwatch.simulator.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must be known to go on with a story after a restart. With the same scenario, seed and beginning, everything is said again in the
 * same words under the same ids.
 *
 * @param begin when it was linked; before that is history
 * @param past whether the history was told to its end
 * @param until how far the rest was told
 */
record StoryMemory(String scenario, long seed, Instant begin, boolean past, Instant until) {

    private static final Logger log = LoggerFactory.getLogger(StoryMemory.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Blocks: for a thread that may. A file that cannot be read is as good as none: the story begins anew. */
    static Optional<StoryMemory> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), StoryMemory.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            log.warn("the story's memory cannot be read, it begins anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Blocks, too. */
    void write(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "story-", null);
        try {
            Files.writeString(fresh, JSON.writeValueAsString(this));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
