package groupwatch.store.testing;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKafka;
import groupwatch.servers.KafkaBroker;
import groupwatch.store.MessageStoreApplication;
import groupwatch.store.receive.StoreBatch;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The whole message store on real servers; started by the first test that needs it, one for all of them. */
public final class RunningStore {

    private static final String SUITE_KEY = "a-suite-key-for-tests-that-is-long-enough";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final class Shared {
        static final RunningStore STORE = start();
    }

    private final ConfigurableApplicationContext context;
    private final TestKafka kafka;
    private final TestDatabase database;
    private final AtomicLong offsets = new AtomicLong(1_000_000);

    private RunningStore(ConfigurableApplicationContext context, TestKafka kafka, TestDatabase database) {
        this.context = context;
        this.kafka = kafka;
        this.database = database;
    }

    public static RunningStore shared() {
        return Shared.STORE;
    }

    /** On a broker of its own: the consumer groups of other tests would take its records. */
    private static RunningStore start() {
        KafkaBroker broker = TestKafka.ownBroker();
        TestDatabase database = TestDatabase.create("query");
        ConfigurableApplicationContext context = MessageStoreApplication.run(
                "--server.port=0",
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=2",
                "--groupwatch.security.suite-key=" + SUITE_KEY,
                "--groupwatch.capture.direct-chats=true",
                "--groupwatch.objects.folder=" + TestFolder.make(),
                "--groupwatch.store.database.host=" + database.host(),
                "--groupwatch.store.database.port=" + database.port(),
                "--groupwatch.store.database.name=" + database.name(),
                "--groupwatch.store.database.password=run-time-secret",
                "--groupwatch.store.database.migration-username=" + database.username(),
                "--groupwatch.store.database.migration-password=" + database.password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            broker.kill();
        }));
        return new RunningStore(context, new TestKafka(broker.bootstrapServers()), database);
    }

    public TestKafka kafka() {
        return kafka;
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T get(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Stores webhooks without the way over the broker. */
    public BatchResult store(String... bodies) {
        return Objects.requireNonNull(get(StoreBatch.class)
                .handle(Arrays.stream(bodies).map(this::record).toList())
                .block(PATIENCE));
    }

    private IncomingRecord record(String body) {
        return new IncomingRecord(
                Topics.RAW_MESSAGES,
                0,
                offsets.getAndIncrement(),
                "key",
                body.getBytes(StandardCharsets.UTF_8),
                Map.of(),
                Instant.now());
    }

    public String base() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** A caller without a token. */
    public WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl(base())
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 * 1024 * 1024))
                .build();
    }

    public WebTestClient caller(String... scopes) {
        return caller(null, scopes);
    }

    /** @param groups what the caller may see; absent: everything */
    public WebTestClient caller(@Nullable Set<String> groups, String... scopes) {
        String token = get(SuiteTokens.class).mint(new Caller("test", Set.of(scopes), groups));
        return anonymous()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    /** What a path answers that is found. */
    public JsonNode json(WebTestClient client, String path) {
        return EventCodec.mapper()
                .readTree(client.get()
                        .uri(URI.create(base() + path))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody());
    }

    /** All items of a list, page by page. */
    public List<JsonNode> items(WebTestClient client, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(client, path + cursor);
            page.path("items").forEach(items::add);
            cursor = page.has("next")
                    ? (path.contains("?") ? "&" : "?") + "cursor="
                            + page.path("next").asString()
                    : null;
        } while (cursor != null);
        return items;
    }

    /** All ids of a list, page by page. */
    public List<String> ids(WebTestClient client, String path) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Map<?, ?> page = Objects.requireNonNull(client.get()
                    .uri(path + (cursor == null ? "" : (path.contains("?") ? "&" : "?") + "cursor=" + cursor))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(Map.class)
                    .returnResult()
                    .getResponseBody());
            ((List<?>) Objects.requireNonNull(page.get("items")))
                    .forEach(item -> ids.add(String.valueOf(((Map<?, ?>) item).get("id"))));
            cursor = (String) page.get("next");
        } while (cursor != null);
        return ids;
    }
}
