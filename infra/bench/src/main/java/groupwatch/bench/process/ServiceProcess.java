package groupwatch.bench.process;

import groupwatch.bench.Wait;
import groupwatch.servers.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service in a JVM of its own, with the options the launcher gives to that of the suite, and nothing else in it. */
public final class ServiceProcess implements AutoCloseable {

    /** As in {@code ./groupwatch up}. */
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xms96m",
            "-Xmx512m",
            "-XX:MaxDirectMemorySize=192m",
            "-Djdk.nio.maxCachedBufferSize=1048576");

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Returns when its port answers.
     *
     * @param arguments properties besides the port, as {@code --name=value}
     * @param log where its output goes
     */
    public static ServiceProcess start(String main, List<String> arguments, Path log) {
        return start(main, arguments, List.of(), log);
    }

    /** @param more options of the JVM */
    public static ServiceProcess start(String main, List<String> arguments, List<String> more, Path log) {
        var port = FreePort.find();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath(), main, "--server.port=" + port));
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var service = new ServiceProcess(process, port);
            service.awaitAnswer(main, log);
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As here, without what is for tests: services look for their parts on it. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitAnswer(String main, Path log) {
        try {
            Wait.until(main + " answers", START_LIMIT, () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException(main + " ended while starting: " + text(log));
                }
                return FreePort.answers(port);
            });
        } catch (IllegalStateException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public long pid() {
        return process.pid();
    }

    /** kill -9; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGSTOP: it stands still, its connections stay open, and nobody is told. */
    public void freeze() {
        signal("-STOP");
    }

    /** SIGCONT: it goes on where it was. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            var sent = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            if (sent.waitFor() != 0) {
                throw new IllegalStateException("kill " + name + " could not be sent");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
