package groupwatch.local;

import groupwatch.servers.BrokerSettings;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole on this machine: broker and database as child processes, the services in this JVM. They start side by side; they stop from
 * left to right along the flow, servers last.
 */
final class Suite implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Suite.class);

    private final SuiteOptions options;
    private final Progress progress;
    private final FileLock lock;
    private final Secrets secrets;
    private final Addresses addresses;
    private final Services services = new Services();
    private final Caretaker caretaker = new Caretaker(this::writeRunFile);
    private volatile @Nullable KafkaBroker broker;
    private volatile @Nullable PostgresServer postgres;
    private volatile @Nullable DemoReports demoReports;
    private boolean closed;

    private Suite(SuiteOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        options.folder().prepare();
        if (options.demo()) {
            options.folder().markAsDemo();
        }
        this.lock = lock(options.folder());
        if (Running.endLeftOvers(options.folder())) {
            progress.step("ended what an earlier life left running");
        }
        this.addresses = Addresses.choose(options);
        this.secrets = Secrets.in(options.folder().secrets());
    }

    /**
     * Claims the data folder and makes the secrets; nothing runs yet, so that a Ctrl-C from here on can {@link #close} it.
     *
     * @throws LocalException when the folder, the disk or a port is not to be had
     */
    static Suite prepare(SuiteOptions options, Progress progress) {
        return new Suite(options, progress);
    }

    /** Starts everything and returns when it is healthy. */
    void start() {
        var properties = new ServiceProperties(options, System.getenv());
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 0).factory())) {
            var kafka = CompletableFuture.runAsync(this::startBroker, threads);
            var database = CompletableFuture.runAsync(this::startPostgres, threads);
            var servers = CompletableFuture.allOf(kafka, database).thenRun(this::writeRunFile);
            var all = new ArrayList<CompletableFuture<Void>>();
            all.add(servers);
            for (var service : EnumSet.complementOf(EnumSet.of(Service.SIMULATOR))) {
                if (!service.isWanted(options)) {
                    continue;
                }
                var after = service.schema() != null ? servers : CompletableFuture.completedFuture(null);
                all.add(services.start(service, properties.of(service, addresses, secrets), after, threads)
                        .thenRun(() -> progress.step(service.title() + " started")));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        new Health(options.api(), secrets.apiToken()).awaitUp();
        if (options.demo()) {
            services.start(Service.SIMULATOR, properties.of(Service.SIMULATOR, addresses, secrets));
            progress.step("simulator started: it tells invented messages to the gateway");
            demoReports = DemoReports.begin(options, secrets.apiToken());
        }
    }

    RunFile runFile() {
        return RunFile.read(options.folder().runFile()).orElseThrow();
    }

    boolean firstStart() {
        return secrets.fresh();
    }

    Addresses addresses() {
        return addresses;
    }

    Services services() {
        return services;
    }

    /** Drains the services, then stops the broker, then PostgreSQL. Stopping twice is stopping once. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (demoReports != null) {
            demoReports.stop();
        }
        services.stopAll();
        caretaker.stop();
        if (broker != null) {
            broker.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
        Running.endLeftOvers(options.folder()); // what was just starting
        release();
        log.info("stopped");
    }

    private void startBroker() {
        var started =
                KafkaBroker.start(BrokerSettings.in(options.folder().kafka()).onPort(addresses.kafka()));
        broker = started;
        caretaker.watch(started, options.folder().brokerHold());
        progress.step("Kafka broker answers on port " + started.port());
    }

    private void startPostgres() {
        var started = PostgresServer.start(
                PostgresSettings.durable(options.folder().postgres()).onPort(addresses.postgres()));
        postgres = started;
        Database.prepare(started, secrets);
        caretaker.watch(started);
        progress.step("PostgreSQL answers on port " + started.port());
    }

    private synchronized void writeRunFile() {
        var kafka = broker;
        var database = postgres;
        if (closed || kafka == null || database == null) {
            return;
        }
        new RunFile(
                        options.gateway(),
                        options.api(),
                        kafka.bootstrapServers(),
                        database.jdbcUrl(Database.NAME),
                        secrets.apiToken(),
                        secrets.webhookToken(),
                        ProcessHandle.current().pid(),
                        kafka.pid(),
                        database.pid(),
                        options.demo() ? "http://127.0.0.1:" + addresses.simulator() : null,
                        options.demo() ? secrets.simulatorKey() : null,
                        options.catchesMail() ? "http://127.0.0.1:" + addresses.mailbox() + "/" : null)
                .write(options.folder().runFile());
    }

    private void release() {
        try {
            Files.deleteIfExists(options.folder().runFile());
            lock.release();
            lock.acquiredBy().close();
        } catch (IOException e) {
            log.warn("the data folder was not released", e);
        }
    }

    private static FileLock lock(DataFolder folder) {
        var lock = folder.lock();
        if (lock == null) {
            throw new LocalException("Groupwatch already runs on " + folder.path()
                    + Running.on(folder)
                            .map(running -> " (process " + running.file().pid() + ", "
                                    + running.file().api() + ")")
                            .orElse("")
                    + ": groupwatch down ends it, --data runs another one beside it.");
        }
        return lock;
    }
}
