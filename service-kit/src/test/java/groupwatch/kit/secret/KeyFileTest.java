package groupwatch.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.testing.TestKey;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that is not good is refused, and why is said. */
class KeyFileTest {

    private static final String TAKES =
            "it takes a file with 32 random bytes in base64, e.g. made by `openssl rand -base64 32`";

    private static final String PROPERTY = "groupwatch.sample.key-file";

    @Test
    void readsAKeyAsOpensslMakesIt() {
        assertThat(KeyFile.read(PROPERTY, TestKey.file())).hasSize(32);
    }

    @Test
    void saysThatNoKeyIsSet() {
        assertThatThrownBy(() -> KeyFile.read(PROPERTY, null)).hasMessage(PROPERTY + " is not set: " + TAKES);
        assertThatThrownBy(() -> KeyFile.read(PROPERTY, Path.of(""))).hasMessage(PROPERTY + " is not set: " + TAKES);
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

    private static void refuses(Path file, String why) {
        assertThatThrownBy(() -> KeyFile.read(PROPERTY, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(PROPERTY + " names " + file + ", " + why + ": " + TAKES);
    }
}
