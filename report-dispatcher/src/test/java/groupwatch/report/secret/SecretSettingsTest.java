package groupwatch.report.secret;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.testing.TestKey;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Without a good key the service does not start, and says why. */
class SecretSettingsTest {

    private static final String TAKES =
            "it takes a file with 32 random bytes in base64, e.g. made by `openssl rand -base64 32`";

    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Secret.class);

    @Configuration
    @EnableConfigurationProperties(SecretSettings.class)
    @Import(SuiteSecret.class)
    static class Secret {}

    @Test
    void startsWithAKeyAsOpensslMakesIt() {
        Path file = TestKey.file();
        start(file)
                .run(started -> assertThat(started.getBean(SuiteSecret.class)
                                .open("p", new SuiteSecret(KeyFile.read(file)).seal("p", "text")))
                        .isEqualTo("text"));
    }

    @Test
    void saysThatNoKeyIsSet() {
        context.run(failed -> assertThat(failed.getStartupFailure())
                .rootCause()
                .hasMessage("groupwatch.report.key-file is not set: " + TAKES));
    }

    @Test
    void saysThatTheFileIsNotThere(@TempDir Path folder) {
        refuses(folder.resolve("key"), "which is no file");
        refuses(folder, "which is no file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2hunter2hunter2hunter2hunter2", "aHVudGVyMg==", "aHVudGVyMg==\naHVudGVyMg=="})
    void saysThatTheFileHasNoKeyAndNotWhatItHas(String content) {
        refuses(TestKey.file(content), "which has something else");
    }

    @Test
    void takesNoLongerKeyEither() {
        refuses(TestKey.file(Base64.getEncoder().encodeToString(new byte[33])), "which has something else");
        refuses(TestKey.file("A".repeat(10_000)), "which has something else");
    }

    private void refuses(Path file, String why) {
        start(file)
                .run(failed -> assertThat(failed.getStartupFailure())
                        .rootCause()
                        .hasMessage("groupwatch.report.key-file names " + file + ", " + why + ": " + TAKES));
    }

    private ApplicationContextRunner start(Path file) {
        return context.withPropertyValues("groupwatch.report.key-file=" + file);
    }
}
