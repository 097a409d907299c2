package groupwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the simulator has told the demo's story, as it writes it down every few seconds.
 *
 * @param begin what is before is the past
 * @param past whether the history was taken to its end
 * @param until how far the rest was
 */
record StoryFile(Instant begin, boolean past, Instant until) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Optional<StoryFile> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), StoryFile.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    boolean isPastTold() {
        return past && !until.isBefore(begin);
    }
}
