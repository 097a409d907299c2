package groupwatch.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server's process and the file its output goes to. */
final class Child {

    private static final long OUTPUT_LIMIT = 10L * 1024 * 1024;
    private static final int QUOTED_LINES = 5;

    private final String name;
    private final Process process;
    private final Path output;

    private Child(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    static Child start(String name, List<String> command, Map<String, String> environment, Path output) {
        try {
            Files.createDirectories(output.toAbsolutePath().getParent());
            if (Files.exists(output) && Files.size(output) > OUTPUT_LIMIT) {
                Files.delete(output);
            }
            var builder = new ProcessBuilder(OwnSession.of(command))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().putAll(environment);
            return new Child(name, builder.start(), output);
        } catch (IOException e) {
            throw new ServerException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    Process process() {
        return process;
    }

    /** SIGKILL, to its own children too, as when the machine's memory ran out. Returns when all are gone. */
    void kill() {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.reversed().forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> LeftOver.await(handle, Duration.ofSeconds(10)));
    }

    /** Waits for an end that was asked for; forces it after the limit. */
    void awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /** An exception that says in the server's own last words why it ended or did not answer. */
    ServerException failure(String what) {
        return new ServerException("%s %s: %s (all of it: %s)".formatted(name, what, lastWords(), output));
    }

    private String lastWords() {
        try (var lines = Files.lines(output)) {
            var all = lines.filter(line -> !line.isBlank()).toList();
            return String.join(" | ", all.subList(Math.max(0, all.size() - QUOTED_LINES), all.size()));
        } catch (IOException | RuntimeException e) {
            return "its output cannot be read";
        }
    }
}
