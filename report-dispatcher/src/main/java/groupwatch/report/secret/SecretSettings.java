package groupwatch.report.secret;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the service's key is.
 *
 * @param keyFile 32 random bytes in base64; without it nothing starts. Whoever loses it sets the mail server's password again
 */
@ConfigurationProperties("groupwatch.report")
record SecretSettings(@Nullable Path keyFile) {

    SecretSettings {
        // read here to stop the start with one sentence; what is read is not kept with the settings
        KeyFile.read(keyFile);
    }

    byte[] key() {
        return KeyFile.read(keyFile);
    }
}
