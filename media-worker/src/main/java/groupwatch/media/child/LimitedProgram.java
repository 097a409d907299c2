package groupwatch.media.child;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program on one file under limits: the shell sets them, and the program takes the shell's place. It starts with an empty environment, so that no
 * secret of the service is in its reach. Blocks.
 */
public final class LimitedProgram {

    /** {@code -f} counts in blocks of 512 or 1024 bytes, as the shell likes; {@code -v} in KB, and not everywhere. */
    private static final String SCRIPT =
            "ulimit -c 0; ulimit -t \"$1\"; ulimit -f \"$2\"; ulimit -v \"$3\" 2>/dev/null || true; shift 3; exec nice -n 10 \"$@\"";

    private LimitedProgram() {}

    /**
     * @param folder where it runs, and where its output goes
     * @throws IOException when it cannot be started at all
     */
    public static Ended run(List<String> command, Map<String, String> environment, Path folder, Limits limits)
            throws IOException {
        Path output = Files.createTempFile(folder, "out", "");
        Path errors = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "sh");
        builder.command().addAll(numbers(limits));
        builder.command().addAll(command);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.directory(folder.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            boolean intime = process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            return new Ended(intime ? process.exitValue() : -1, !intime, output, errors);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while " + command.getFirst() + " ran");
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> numbers(Limits limits) {
        return List.of(
                Long.toString(Math.max(1, limits.time().toSeconds())),
                Long.toString(limits.output().toKilobytes()),
                Long.toString(limits.memory().toKilobytes()));
    }
}
