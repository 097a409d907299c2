package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.servers.FreePort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says when something is in the way: one sentence, and an exit code that is not zero. */
class GroupwatchCommandTest {

    @TempDir
    Path data;

    private final StringWriter errors = new StringWriter();

    @Test
    void namesThePortThatIsInUseAndTheOptionThatChoosesAnother() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());

            assertThat(run("up", "--data", data.toString(), "--gateway-port", port, "--api-port", freePort()))
                    .isEqualTo(1);
            assertThat(errors.toString())
                    .contains("Port " + port + " is in use")
                    .contains("--gateway-port");
            assertThat(errors.toString().lines()).hasSize(1);
        }
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws Exception {
        var file = Files.writeString(data.resolve("file"), "not a folder");

        assertThat(run("up", "--data", file.resolve("below").toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("cannot be written").contains("--data");
    }

    @Test
    void refusesASecondSuiteOnTheSameData() throws Exception {
        var folder = new DataFolder(data);
        folder.prepare();
        try (var lock = folder.lock()) {
            assertThat(lock).isNotNull();
            assertThat(run("up", "--data", data.toString())).isEqualTo(1);
            assertThat(errors.toString()).contains("already runs on " + data);
        }
    }

    @Test
    void refusesAnOptionNobodyKnows() {
        assertThat(run("up", "--data", data.toString(), "--gatewayport=1")).isEqualTo(1);
        assertThat(errors.toString()).contains("Unknown option --gatewayport=1");
    }

    @Test
    void tellsByItsExitCodeThatNothingRuns() {
        assertThat(run("status", "--data", data.toString())).isEqualTo(3);
        assertThat(run("down", "--data", data.toString())).isZero();
    }

    @Test
    void deletesOnlyWhatTheSuiteMade() throws Exception {
        Files.createDirectories(data.resolve("kafka/data"));
        Files.writeString(data.resolve("notes.txt"), "mine");

        assertThat(run("reset", "--yes", "--data", data.toString())).isZero();
        assertThat(data.resolve("kafka")).doesNotExist();
        assertThat(data.resolve("notes.txt")).exists();
    }

    private int run(String... arguments) {
        return Groupwatch.run(new PrintWriter(new StringWriter()), new PrintWriter(errors), arguments);
    }

    private static String freePort() {
        return Integer.toString(FreePort.find());
    }
}
