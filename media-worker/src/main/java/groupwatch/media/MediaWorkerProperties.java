package groupwatch.media;

import groupwatch.kit.database.DatabaseSettings;
import jakarta.validation.Valid;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the media worker.
 *
 * @param workFolder where files are while they are fetched and looked into; a file each at once, removed after; absent: the temporary folder
 * @param fetch what is fetched, and how
 * @param retention how long files are kept
 * @param sweep removing what nobody needs
 */
@Validated
@ConfigurationProperties("groupwatch.media")
public record MediaWorkerProperties(
        @Valid DatabaseSettings database,
        @Nullable Path workFolder,
        @DefaultValue @Valid FetchSettings fetch,
        @DefaultValue @Valid RetentionSettings retention,
        @DefaultValue @Valid SweepSettings sweep) {

    public MediaWorkerProperties {
        if (workFolder == null) {
            workFolder = Path.of(System.getProperty("java.io.tmpdir"), "groupwatch-media");
        }
    }

    @Override
    public Path workFolder() {
        return Objects.requireNonNull(workFolder);
    }
}
