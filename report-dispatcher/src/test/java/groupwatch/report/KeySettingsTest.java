package groupwatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.secret.SuiteSecret;
import groupwatch.kit.testing.TestKey;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Without a good key the service does not start, and says why. */
class KeySettingsTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration
    @EnableConfigurationProperties(KeySettings.class)
    static class Settings {}

    @Test
    void opensAfterARestartWhatWasSealedBefore() {
        Path file = TestKey.file();
        String sealed = new KeySettings(file).secret().seal("p", "text");
        context.withPropertyValues("groupwatch.report.key-file=" + file).run(started -> {
            SuiteSecret secret = started.getBean(KeySettings.class).secret();
            assertThat(secret.open("p", sealed)).isEqualTo("text");
        });
    }

    @Test
    void doesNotStartWithoutAKeyAndSaysWhichSettingItTakes() {
        context.run(failed -> assertThat(failed.getStartupFailure())
                .rootCause()
                .hasMessage("groupwatch.report.key-file is not set: it takes a file with 32 random bytes in base64,"
                        + " e.g. made by `openssl rand -base64 32`"));
    }
}
