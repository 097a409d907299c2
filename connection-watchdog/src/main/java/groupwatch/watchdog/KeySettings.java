package groupwatch.watchdog;

import groupwatch.kit.secret.KeyFile;
import groupwatch.kit.secret.SuiteSecret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the service's key is.
 *
 * @param keyFile 32 random bytes in base64; without it nothing starts. Whoever loses it gives the keys of accounts' own servers again
 */
@ConfigurationProperties("groupwatch.watchdog")
public record KeySettings(@Nullable Path keyFile) {

    private static final String PROPERTY = "groupwatch.watchdog.key-file";

    public KeySettings {
        // read here to stop the start with one sentence; what is read is not kept with the settings
        KeyFile.read(PROPERTY, keyFile);
    }

    /** Made from the file as it is now. */
    public SuiteSecret secret() {
        return new SuiteSecret("watchdog", KeyFile.read(PROPERTY, keyFile));
    }
}
