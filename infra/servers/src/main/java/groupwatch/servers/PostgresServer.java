package groupwatch.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL on 127.0.0.1. It takes connections when {@link #start} returns; its data survive {@link #kill}, {@link #stop} and the
 * death of this JVM, and the next start in the same folder finds them.
 */
public final class PostgresServer implements AutoCloseable {

    /** The superuser. */
    public static final String USER = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final int STOP_SECONDS = 30;

    private final PostgresSettings settings;
    private final PostgresPrograms programs;
    private final String password;
    private volatile Child child;

    private PostgresServer(PostgresSettings settings) {
        this.settings = settings;
        this.programs = PostgresPrograms.find();
        this.password = PostgresFolder.prepare(settings, programs);
        endLeftOver(settings.folder());
        this.child = launch();
    }

    /**
     * Starts a server and waits until it takes connections. What an earlier life left running on the same data is ended first.
     *
     * @throws ServerException when the data belong to another major version, or the server does not come up
     */
    public static PostgresServer start(PostgresSettings settings) {
        return new PostgresServer(settings.onPort(FreePort.orFind(settings.port())));
    }

    /** The server of an earlier life on the data in that folder, if it still runs (PostgreSQL notes its process id there). */
    public static Optional<ProcessHandle> leftOver(Path folder) {
        var data = folder.toAbsolutePath().normalize().resolve("data");
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(pid -> LeftOver.find(pid, "postgres", "-D " + data));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends what {@link #leftOver} finds; returns whether there was something. */
    public static boolean endLeftOver(Path folder) {
        var found = leftOver(folder);
        found.ifPresent(handle -> {
            PostgresPrograms.find().stop(folder.toAbsolutePath().normalize().resolve("data"), STOP_SECONDS);
            LeftOver.await(handle, Duration.ofSeconds(STOP_SECONDS));
        });
        return found.isPresent();
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return settings.port();
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
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

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.put("user", USER);
        properties.put("password", password);
        properties.put("connectTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    /** Creates the database unless it exists. */
    public void createDatabase(String name) {
        try (var connection = connect("postgres");
                var exists = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                create.execute("CREATE DATABASE " + create.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new ServerException("The database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    /** Ends like SIGKILL ends, sessions included; the next start recovers from the log. */
    public void kill() {
        child.kill();
    }

    /** Ends cleanly: sessions are closed, a checkpoint is written. */
    public void stop() {
        if (child.alive()) {
            programs.stop(settings.data(), STOP_SECONDS);
        }
        child.awaitEnd(Duration.ofSeconds(STOP_SECONDS));
    }

    /** Starts again on the same data and port, after an end of whatever kind; returns when it takes connections. */
    public void restart() {
        stop();
        child = launch();
    }

    @Override
    public void close() {
        stop();
    }

    private Child launch() {
        var started = Child.start(
                "PostgreSQL",
                programs.command("postgres", PostgresConfiguration.arguments(settings)),
                Map.of("LC_ALL", "C"),
                settings.folder().resolve("postgres.log"));
        try {
            awaitConnections(started);
            return started;
        } catch (RuntimeException e) {
            started.kill();
            throw e;
        }
    }

    private void awaitConnections(Child started) {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!accepts()) {
            if (!started.alive()) {
                throw started.failure("ended while starting");
            }
            if (System.nanoTime() > deadline) {
                throw started.failure("took no connections within " + START_LIMIT.toSeconds() + " s");
            }
            Pause.briefly();
        }
    }

    private boolean accepts() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
