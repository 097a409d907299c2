package groupwatch.alive;

import groupwatch.events.CloudEvents;
import groupwatch.events.link.Link;
import groupwatch.events.link.LinkStatus;
import groupwatch.kit.database.Columns;
import groupwatch.kit.database.Migration;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKafka;
import groupwatch.servers.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;

/** One service for all tests of a JVM. */
final class RunningAlive {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final KafkaBroker BROKER = TestKafka.ownBroker();
    private static final ConfigurableApplicationContext CONTEXT = started();
    private static final KafkaProducer<String, byte[]> GATEWAY = new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER.bootstrapServers()), new StringSerializer(), new ByteArraySerializer());

    private RunningAlive() {}

    private static ConfigurableApplicationContext started() {
        TestDatabase database = TestDatabase.create("alive");
        ConfigurableApplicationContext context = GroupwatchService.run(
                "alive",
                AliveApplication.class,
                "--server.port=0",
                "--groupwatch.security.suite-key=a-suite-key-for-tests-that-is-long-enough",
                "--groupwatch.kafka.bootstrap-servers=" + BROKER.bootstrapServers(),
                "--groupwatch.kafka.partitions=2",
                "--groupwatch.watchdog.code.patience=2s",
                "--groupwatch.watchdog.code.listeners=2",
                "--groupwatch.watchdog.database.host=" + database.host(),
                "--groupwatch.watchdog.database.port=" + database.port(),
                "--groupwatch.watchdog.database.name=" + database.name(),
                "--groupwatch.watchdog.database.password=run-time-secret",
                "--groupwatch.watchdog.database.migration-username=" + database.username(),
                "--groupwatch.watchdog.database.migration-password=" + database.password());
        context.getBean(Migration.class).done().block(PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            BROKER.kill();
        }));
        return context;
    }

    static <T> T get(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static <T> T get(String name, Class<T> type) {
        return CONTEXT.getBean(name, type);
    }

    static SettableClock clock() {
        return get(SettableClock.class);
    }

    /** A new account, whose number is known. */
    static String account(String word) {
        String id = word + "-" + COUNT.incrementAndGet();
        sql("INSERT INTO accounts (id, number, full_history, created_at) VALUES ('" + id
                + "', '5511999990000', false, now())");
        return id;
    }

    static void linked(String account, LinkStatus status) {
        Instant now = clock().instant();
        get(AliveApplication.Links.class)
                .byAccount()
                .put(
                        account,
                        new Link(
                                account,
                                status,
                                now,
                                "test",
                                "As a test says.",
                                null,
                                "5511999990000",
                                null,
                                null,
                                null,
                                List.of(),
                                null));
    }

    /** A webhook as the gateway writes it. */
    static void told(String topic, String account, String event, Instant at, String body, Map<String, String> more) {
        ProducerRecord<String, byte[]> told =
                new ProducerRecord<>(topic, null, at.toEpochMilli(), account, body.getBytes(StandardCharsets.UTF_8));
        CloudEvents.headers("id-" + COUNT.incrementAndGet(), "/evolution/" + account, "evolution." + event, at, null)
                .forEach((name, value) -> told.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        more.forEach((name, value) -> told.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8)));
        GATEWAY.send(told);
        GATEWAY.flush();
    }

    static void sql(String statement) {
        get(DatabaseClient.class).sql(statement).then().block(PATIENCE);
    }

    /** The only column of the only row. */
    static <T> T value(String query, Class<T> type) {
        return get(DatabaseClient.class)
                .sql(query)
                .map(row -> Columns.first(row, type))
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    static WebTestClient caller(String... scopes) {
        return WebTestClient.bindToServer()
                .baseUrl(address())
                .responseTimeout(PATIENCE)
                .defaultHeader("Authorization", token(scopes))
                .build();
    }

    /** For streams; may write. */
    static WebClient web() {
        return WebClient.builder()
                .baseUrl(address())
                .defaultHeader("Authorization", token(Scopes.SUITE_WRITE))
                .build();
    }

    private static String address() {
        return "http://127.0.0.1:" + CONTEXT.getEnvironment().getProperty("local.server.port");
    }

    private static String token(String... scopes) {
        return "Bearer " + get(SuiteTokens.class).mint(new Caller("ana", Set.of(scopes), null));
    }
}
