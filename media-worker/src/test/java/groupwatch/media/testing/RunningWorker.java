package groupwatch.media.testing;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.EventId;
import groupwatch.events.Topics;
import groupwatch.events.media.MediaEvent;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageStored;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Origin;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.kit.objects.ObjectStore;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKafka;
import groupwatch.media.MediaWorkerApplication;
import groupwatch.servers.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The whole media worker on real servers, with an Evolution that does what tests say; one for all of them. */
public final class RunningWorker {

    private static final String SUITE_KEY = "a-suite-key-for-tests-that-is-long-enough";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final class Shared {
        static final RunningWorker WORKER = start();
    }

    private final ConfigurableApplicationContext context;
    private final TestKafka kafka;
    private final TestDatabase database;
    private final FakeEvolution evolution;
    private final Path folder;

    private RunningWorker(
            ConfigurableApplicationContext context,
            TestKafka kafka,
            TestDatabase database,
            FakeEvolution evolution,
            Path folder) {
        this.context = context;
        this.kafka = kafka;
        this.database = database;
        this.evolution = evolution;
        this.folder = folder;
    }

    public static RunningWorker shared() {
        return Shared.WORKER;
    }

    private static RunningWorker start() {
        KafkaBroker broker = TestKafka.ownBroker();
        TestDatabase database = TestDatabase.create("media");
        FakeEvolution evolution = new FakeEvolution();
        Path folder = temporary();
        ConfigurableApplicationContext context = MediaWorkerApplication.run(
                "--server.port=0",
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=2",
                "--groupwatch.security.suite-key=" + SUITE_KEY,
                "--groupwatch.jobs.poll=50ms",
                "--groupwatch.jobs.lease=5s",
                "--groupwatch.objects.folder=" + folder.resolve("objects"),
                "--groupwatch.media.work-folder=" + folder.resolve("work"),
                "--groupwatch.evolution.url=" + evolution.url(),
                "--groupwatch.evolution.key=key",
                "--groupwatch.evolution.calls-per-second=100000",
                "--groupwatch.evolution.breaker-pause=500ms",
                "--groupwatch.media.database.host=" + database.host(),
                "--groupwatch.media.database.port=" + database.port(),
                "--groupwatch.media.database.name=" + database.name(),
                "--groupwatch.media.database.password=run-time-secret",
                "--groupwatch.media.database.migration-username=" + database.username(),
                "--groupwatch.media.database.migration-password=" + database.password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            broker.kill();
            evolution.close();
        }));
        return new RunningWorker(context, new TestKafka(broker.bootstrapServers()), database, evolution, folder);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("groupwatch-media-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public FakeEvolution evolution() {
        return evolution;
    }

    public TestDatabase database() {
        return database;
    }

    public SettableClock clock() {
        return get(SettableClock.class);
    }

    public TroubledStore store() {
        return (TroubledStore) get(ObjectStore.class);
    }

    public Path workFolder() {
        return folder.resolve("work");
    }

    /** Announces messages as the message store does. */
    public void announce(Message... messages) {
        get(RecordPublisher.class)
                .publishAll(Flux.fromArray(messages)
                        .map(RunningWorker::record)
                        .collectList()
                        .block(PATIENCE))
                .block(PATIENCE);
    }

    private static OutgoingRecord record(Message message) {
        MessageStored event =
                new MessageStored(EventId.of("MessageStored", message.chat(), message.id()), Instant.EPOCH, 1, message);
        return new OutgoingRecord(
                Topics.MESSAGES,
                message.chat(),
                EventCodec.write(event),
                CloudEvents.headers(event, "/message-store", message.chat()));
    }

    /** An image of a group, sent just now, whose message says what the file is. */
    public Message message(String chat, String id, byte[] file) {
        return message(chat, id, get(SettableClock.class).instant(), file, null);
    }

    public Message message(String chat, String id, Instant sentAt, byte[] file, @Nullable String claim) {
        Media media = new Media(
                MessageType.IMAGE,
                "image/png",
                (long) file.length,
                sha256(file),
                "photo.png",
                null,
                null,
                null,
                null,
                null,
                MediaState.PENDING,
                null,
                null,
                null,
                claim);
        return new Message(
                id,
                chat,
                true,
                List.of("phone"),
                1,
                null,
                false,
                MessageType.IMAGE,
                null,
                sentAt,
                null,
                null,
                null,
                null,
                null,
                media,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                Origin.WEBHOOK);
    }

    /** Puts bytes where the gateway puts those that come along. */
    public String claim(String name, byte[] file) {
        String key = "claims/2026-11-24/" + name;
        store().put(key, Flux.just(ByteBuffer.wrap(file))).block(PATIENCE);
        return key;
    }

    /** What the media topic says of one message, in order. */
    public List<MediaEvent> told(String messageId) {
        return kafka.readAll(Topics.MEDIA).stream()
                .map(record -> (MediaEvent) EventCodec.read(record.value()))
                .filter(event -> event.message().id().equals(messageId))
                .toList();
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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

    /** A caller without a token. */
    public WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build();
    }

    public <T> T get(String name, Class<T> type) {
        return context.getBean(name, type);
    }
}
