package groupwatch.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * An S3-speaking server in a JVM of its own, with one bucket; its class path comes with the artifact {@code dev.groupwatch:s3}, which a module
 * that uses this names as a test dependency.
 */
public final class TestBucket implements AutoCloseable {

    public static final String NAME = "objects";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final int port;
    private Process process;

    private static final class Shared {
        static final TestBucket BUCKET = start();
    }

    private TestBucket(int port) {
        this.port = port;
        this.process = launch(port);
    }

    /** The one of this JVM's tests. */
    public static TestBucket shared() {
        return Shared.BUCKET;
    }

    /** One to kill. */
    public static TestBucket start() {
        TestBucket bucket = new TestBucket(freePort());
        AtEnd.add(bucket::close);
        return bucket;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** As command-line arguments of a service. */
    public List<String> properties() {
        return List.of(
                "--groupwatch.objects.kind=s3",
                "--groupwatch.objects.s3.endpoint=" + endpoint(),
                "--groupwatch.objects.s3.bucket=" + NAME,
                "--groupwatch.objects.s3.access-key=key",
                "--groupwatch.objects.s3.secret-key=secret");
    }

    /** Begins anew on the same port, with an empty bucket. */
    public void restart() {
        close();
        process = launch(port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static Process launch(int port) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            Path log = Files.createTempFile("groupwatch-s3-", ".log");
            ProcessBuilder command = new ProcessBuilder(
                            java.toString(),
                            "-Xmx192m",
                            "-XX:+UseSerialGC",
                            "com.adobe.testing.s3mock.S3MockApplication",
                            "--server.port=0",
                            "--http.port=" + port,
                            "--com.adobe.testing.s3mock.store.initial-buckets=" + NAME)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            command.environment().put("CLASSPATH", classPath());
            Process process = command.start();
            awaitAnswer(process, port, log);
            Files.deleteIfExists(log);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() throws IOException {
        try (InputStream file = TestBucket.class.getResourceAsStream("/groupwatch-s3-class-path")) {
            return new String(
                    Objects.requireNonNull(file, "the module names dev.groupwatch:s3 as a test dependency")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static void awaitAnswer(Process process, int port, Path log) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            while (!answers(http, list)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new IllegalStateException("The S3 server did not start: " + Files.readString(log));
                }
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest list) {
        try {
            return http.send(list, BodyHandlers.ofString()).body().contains(NAME);
        } catch (IOException notYet) {
            return pause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean pause() {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        return false;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
