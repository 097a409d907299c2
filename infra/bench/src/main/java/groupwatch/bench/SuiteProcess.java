package groupwatch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A suite started as anybody starts it, and the ways it can die. */
public final class SuiteProcess {

    private static final Duration READY_LIMIT = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> command;
    private final Path data;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    private SuiteProcess(List<String> command, Path data) throws IOException {
        this.command = List.copyOf(command);
        this.data = data;
        this.process = launch();
    }

    /**
     * Starts it and waits until it is healthy.
     *
     * @param launcher the command that ends in the launcher's main; {@code up} and its options are added
     */
    public static SuiteProcess start(List<String> launcher, Path data, int gatewayPort, int apiPort)
            throws IOException {
        return start(launcher, data, gatewayPort, apiPort, List.of("--no-demo"));
    }

    /** @param options further ones of {@code up} */
    public static SuiteProcess start(
            List<String> launcher, Path data, int gatewayPort, int apiPort, List<String> options) throws IOException {
        var command = new ArrayList<>(launcher);
        command.addAll(List.of("up", "--data", data.toString()));
        command.addAll(options);
        command.addAll(
                List.of("--gateway-port", Integer.toString(gatewayPort), "--api-port", Integer.toString(apiPort)));
        var suite = new SuiteProcess(command, data);
        suite.awaitReady();
        return suite;
    }

    /** Starts it again after it ended; returns the seconds until it was healthy. */
    public double restart() throws IOException {
        var begin = System.nanoTime();
        process = launch();
        awaitReady();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** kill -9 of everything: services, broker, PostgreSQL and its sessions. */
    public void killAll() {
        var run = run();
        var all = Stream.of("pid", "brokerPid", "postgresPid")
                .map(name -> ProcessHandle.of(run.path(name).asLong()))
                .flatMap(handle -> handle.stream())
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .distinct()
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    /** kill -9 of one process that {@code run.json} names. */
    public void kill(String pid) {
        ProcessHandle.of(run().path(pid).asLong()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Ends it as Ctrl-C does; returns the seconds it took. */
    public double stop() {
        var begin = System.nanoTime();
        process.destroy();
        process.onExit().orTimeout(120, TimeUnit.SECONDS).join();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Leaves nothing behind, whatever happened before. */
    public void killIfAlive() {
        if (process.isAlive() && Files.exists(data.resolve("run.json"))) {
            killAll();
        }
        process.destroyForcibly();
    }

    /** What {@code run.json} says now. */
    public JsonNode run() {
        try {
            return JSON.readTree(Files.readString(data.resolve("run.json")));
        } catch (IOException e) {
            throw new IllegalStateException("there is no run.json in " + data, e);
        }
    }

    public String text(String member) {
        return run().path(member).asString("");
    }

    /** A connection of PostgreSQL's superuser to the suite's database. */
    public Connection connect() throws SQLException {
        try {
            var password = Files.readString(data.resolve("postgres/password")).strip();
            return DriverManager.getConnection(text("postgres"), "postgres", password);
        } catch (IOException e) {
            throw new SQLException("there is no password", e);
        }
    }

    public Path data() {
        return data;
    }

    public boolean healthy() {
        return get("/health").path("status").asString("").equals("UP");
    }

    /** What the edge answers on that path to who may ask everything; nothing while nobody does. */
    public JsonNode get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(text("api") + path))
                    .header("Authorization", "Bearer " + text("apiToken"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | JacksonException | IllegalStateException | IllegalArgumentException e) {
            return MissingNode.getInstance();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MissingNode.getInstance();
        }
    }

    private Process launch() throws IOException {
        Files.createDirectories(data);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("up.out").toFile()))
                .start();
    }

    private void awaitReady() {
        var mine = process;
        Wait.until("the suite is healthy", READY_LIMIT, () -> {
            if (!mine.isAlive()) {
                throw new IllegalStateException("the suite ended while starting, see " + data.resolve("up.out"));
            }
            return Files.exists(data.resolve("run.json")) && run().path("pid").asLong() == mine.pid() && healthy();
        });
    }
}
