package groupwatch.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A Kafka broker (KRaft, one node) in a JVM of its own on 127.0.0.1. It answers when {@link #start} returns; its records survive
 * {@link #kill}, {@link #stop} and the death of this JVM, and the next start in the same folder finds them.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final BrokerSettings settings;
    private volatile Child child;

    private KafkaBroker(BrokerSettings settings) {
        this.settings = settings;
        endLeftOver(settings.folder());
        this.child = launch(settings);
    }

    /**
     * Starts a broker and waits until it answers. What an earlier life left running on the same data is ended first. A free port, once
     * taken, is kept over {@link #restart}.
     */
    public static KafkaBroker start(BrokerSettings settings) {
        return new KafkaBroker(settings.onPort(FreePort.orFind(settings.port())));
    }

    /** The broker of an earlier life on the data in that folder, if it still runs (it notes its process id there). */
    public static Optional<ProcessHandle> leftOver(Path folder) {
        var data = folder.toAbsolutePath().normalize();
        try {
            var pid = Long.parseLong(
                    Files.readString(data.resolve(BrokerProcess.PID_FILE)).strip());
            return LeftOver.find(pid, BrokerProcess.class.getName(), data + "/");
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends what {@link #leftOver} finds; returns whether there was something. */
    public static boolean endLeftOver(Path folder) {
        var found = leftOver(folder);
        found.ifPresent(handle -> LeftOver.end(handle, STOP_LIMIT));
        return found.isPresent();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    public int port() {
        return settings.port();
    }

    public long pid() {
        return child.pid();
    }

    /** Completes when the process of the last start or restart has ended, for whatever reason. */
    public CompletableFuture<ProcessHandle> ended() {
        return child.process().toHandle().onExit();
    }

    public boolean isAlive() {
        return child.alive();
    }

    /** Ends like SIGKILL ends: at once, without a word to anybody. */
    public void kill() {
        child.kill();
    }

    /** Ends cleanly: open segments are flushed, and the next start needs no recovery. */
    public void stop() {
        child.process().destroy();
        child.awaitEnd(STOP_LIMIT);
    }

    /** Starts again on the same data and port, after an end of whatever kind; returns when it answers. */
    public void restart() {
        stop();
        child = launch(settings);
    }

    @Override
    public void close() {
        stop();
    }

    private static Child launch(BrokerSettings settings) {
        var file = BrokerConfiguration.write(settings, settings.port());
        var child = Child.start(
                "The Kafka broker",
                command(settings, file),
                Map.of("CLASSPATH", BrokerClassPath.find()),
                settings.folder().resolve("broker.out"));
        try {
            awaitAnswer(child, settings.port());
            return child;
        } catch (RuntimeException e) {
            child.kill();
            throw e;
        }
    }

    private static List<String> command(BrokerSettings settings, Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                // each thread keeps a direct buffer as large as its largest read: not for 16 MB records
                "-Djdk.nio.maxCachedBufferSize=1048576",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=groupwatch/servers/broker-logback.xml",
                "-Dgroupwatch.broker.log=" + settings.folder().resolve("broker.log"),
                BrokerProcess.class.getName(),
                file.toString());
    }

    private static void awaitAnswer(Child child, int port) {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!FreePort.answers(port)) {
            if (!child.alive()) {
                throw child.failure("ended while starting");
            }
            if (System.nanoTime() > deadline) {
                throw child.failure("did not answer within " + START_LIMIT.toSeconds() + " s");
            }
            Pause.briefly();
        }
        describe(child, port, deadline);
    }

    private static void describe(Child child, int port, long deadline) {
        var timeout = Math.max(1000, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
        Map<String, Object> client = Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "default.api.timeout.ms",
                (int) timeout,
                "client.id",
                "start");
        try (var admin = Admin.create(client)) {
            admin.describeCluster().nodes().get(timeout, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw child.failure("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw child.failure("was not waited for");
        }
    }
}
