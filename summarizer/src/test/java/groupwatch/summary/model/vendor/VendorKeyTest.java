package groupwatch.summary.model.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import groupwatch.summary.testing.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class VendorKeyTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(VendorKey.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
    }

    @Test
    void readsTheFileOfItsOwner() throws IOException {
        assertThat(key("secret-key\n", "rw-------")).isEqualTo("secret-key");
        assertThat(key("secret-key", "r--------")).isEqualTo("secret-key");
        assertThat(logged.list).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rwx------"})
    void warnsOfAFileThatOthersCanRead(String permissions) throws IOException {
        assertThat(key("secret-key", permissions)).isEqualTo("secret-key");
        assertThat(logged.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains("chmod 600")
                        .doesNotContain("secret-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "one\ntwo"})
    void takesNoFileThatIsNotAKey(String content) {
        assertThatThrownBy(() -> key(content, "rw-------"))
                .hasMessageMatching("groupwatch.summary.model.key-file names .*, which is not one line with a key");
    }

    private String key(String content, String permissions) throws IOException {
        Path file = folder.resolve("key");
        Files.deleteIfExists(file);
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return VendorKey.of(Settings.model("key-file", file.toString()));
    }
}
