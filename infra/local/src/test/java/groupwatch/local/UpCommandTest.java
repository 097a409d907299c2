package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** When {@code up} shows the demo, and where. */
class UpCommandTest {

    @TempDir
    Path data;

    @Test
    void showsTheDemoInItsOwnFolderToWhoSaysNothing() {
        var options = options(Map.of());

        assertThat(options.demo()).isTrue();
        assertThat(options.folder().path()).hasFileName("groupwatch-demo");
    }

    @Test
    void leavesItOutForWhoSaysSoOrHasAnEvolutionApi() {
        assertThat(options(Map.of(), "--no-demo").demo()).isFalse();
        assertThat(options(Map.of(), "--no-demo").folder().path()).hasFileName("groupwatch");
        assertThat(options(Map.of(), "--evolution-url", "http://127.0.0.1:8080").demo())
                .isFalse();
        assertThat(options(Map.of(), "--groupwatch.evolution.url=http://127.0.0.1:8080")
                        .demo())
                .isFalse();
        var elsewhere = options(Map.of("GROUPWATCH_EVOLUTION_URL", "http://127.0.0.1:8080"));
        assertThat(elsewhere.demo()).isFalse();
        assertThat(elsewhere.folder().path()).hasFileName("groupwatch");
    }

    @Test
    void neverPutsItIntoAFolderOfRealMessages() throws Exception {
        assertThat(options(Map.of(), "--data", data.toString()).demo()).isTrue();

        Files.createDirectories(data.resolve("postgres"));
        assertThat(options(Map.of(), "--data", data.toString()).demo()).isFalse();

        Files.createDirectories(data.resolve("simulator"));
        assertThat(options(Map.of(), "--data", data.toString()).demo()).isTrue();
    }

    private static SuiteOptions options(Map<String, String> environment, String... arguments) {
        var command = new UpCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.options(environment);
    }
}
