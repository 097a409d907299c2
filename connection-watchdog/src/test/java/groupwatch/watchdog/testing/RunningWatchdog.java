package groupwatch.watchdog.testing;

import groupwatch.kit.database.Migration;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.TestKey;
import groupwatch.servers.KafkaBroker;
import groupwatch.watchdog.ConnectionWatchdogApplication;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A watchdog on a real broker and database that nobody told where Evolution is: for what its own rows are enough. */
public final class RunningWatchdog {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final class Shared {
        static final RunningWatchdog WATCHDOG = new RunningWatchdog();
    }

    private final ConfigurableApplicationContext context;

    private RunningWatchdog() {
        KafkaBroker broker = TestKafka.ownBroker();
        TestDatabase database = TestDatabase.create("watchdog");
        context = ConnectionWatchdogApplication.run(
                "--server.port=0",
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=2",
                "--groupwatch.security.suite-key=a-suite-key-for-tests-that-is-long-enough",
                "--groupwatch.watchdog.key-file=" + TestKey.file(),
                "--groupwatch.watchdog.setup.webhook-token=a-webhook-token-for-tests",
                "--groupwatch.watchdog.store.url=http://127.0.0.1:1",
                "--groupwatch.watchdog.database.host=" + database.host(),
                "--groupwatch.watchdog.database.port=" + database.port(),
                "--groupwatch.watchdog.database.name=" + database.name(),
                "--groupwatch.watchdog.database.password=run-time-secret",
                "--groupwatch.watchdog.database.migration-username=" + database.username(),
                "--groupwatch.watchdog.database.migration-password=" + database.password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            broker.kill();
        }));
        context.getBean(Migration.class).done().block(PATIENCE);
    }

    /** One for all tests. */
    public static RunningWatchdog shared() {
        return Shared.WATCHDOG;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T get(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public void sql(String statement) {
        get(DatabaseClient.class).sql(statement).then().block(PATIENCE);
    }

    /** Whose token is good for a minute of the service's clock. */
    public WebTestClient caller(String... scopes) {
        String token = get(SuiteTokens.class).mint(new Caller("test", Set.of(scopes), null));
        return anonymous()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    /** A caller without a token. */
    public WebTestClient anonymous() {
        return Chain.anonymous(context);
    }
}
