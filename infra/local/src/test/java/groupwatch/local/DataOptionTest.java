package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folder is meant, and whose data are in it. */
class DataOptionTest {

    @TempDir
    Path base;

    private final DataOption option = new DataOption();

    @Test
    void keepsTheDemoAndRealMessagesInFoldersOfTheirOwn() {
        assertThat(option.folder(true).path()).hasFileName("groupwatch-demo");
        assertThat(option.folder(false).path()).hasFileName("groupwatch");
    }

    @Test
    void meansTheFolderThatWasGivenWithTheDemoAndWithout() {
        option.path = base;

        assertThat(option.folder(true).path()).isEqualTo(base);
        assertThat(option.folder(false).path()).isEqualTo(base);
        assertThat(option.folder().path()).isEqualTo(base);
        assertThat(option.onlyFolder().path()).isEqualTo(base);
    }

    @Test
    void knowsAFolderOfRealMessagesFromOneOfADemo() throws Exception {
        var folder = new DataFolder(base);
        assertThat(folder.isOwn()).isFalse();
        assertThat(folder.isDemo()).isFalse();

        Files.createDirectories(folder.postgres());
        assertThat(folder.isOwn()).isTrue();

        folder.markAsDemo();
        assertThat(folder.isOwn()).isFalse();
        assertThat(folder.isDemo()).isTrue();
    }
}
