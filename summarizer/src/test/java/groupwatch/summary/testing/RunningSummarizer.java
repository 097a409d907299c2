package groupwatch.summary.testing;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.EventId;
import groupwatch.events.PublishedEvent;
import groupwatch.events.Topics;
import groupwatch.events.media.MediaStored;
import groupwatch.events.media.MessageRef;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageEdited;
import groupwatch.events.message.MessageRevoked;
import groupwatch.events.message.MessageStored;
import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryReady;
import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKafka;
import groupwatch.servers.KafkaBroker;
import groupwatch.summary.SummarizerApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole summarizer on real servers, with a message store and a model that do what tests say. */
public final class RunningSummarizer implements AutoCloseable {

    private static final String SUITE_KEY = "a-suite-key-for-tests-that-is-long-enough";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final class Shared {
        static final RunningSummarizer EXTRACTIVE = stoppedAtTheEnd(start(new FakeStore(), servers()));
    }

    /** What replicas share. */
    public record Servers(KafkaBroker broker, TestDatabase database) {}

    private static final AtomicInteger GROUPS = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final Servers servers;
    private final FakeStore store;

    private RunningSummarizer(ConfigurableApplicationContext context, Servers servers, FakeStore store) {
        this.context = context;
        this.servers = servers;
        this.store = store;
    }

    /** Without a model; one for all tests. */
    public static RunningSummarizer shared() {
        return Shared.EXTRACTIVE;
    }

    public static Servers servers() {
        return new Servers(TestKafka.ownBroker(), TestDatabase.create("summary"));
    }

    private static RunningSummarizer stoppedAtTheEnd(RunningSummarizer summarizer) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            summarizer.close();
            summarizer.servers.broker().kill();
        }));
        return summarizer;
    }

    /** @param more properties, as {@code --groupwatch.summary.model.url=http://…} */
    public static RunningSummarizer start(FakeStore store, Servers servers, String... more) {
        TestDatabase database = servers.database();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--groupwatch.kafka.bootstrap-servers=" + servers.broker().bootstrapServers(),
                "--groupwatch.kafka.partitions=2",
                "--groupwatch.security.suite-key=" + SUITE_KEY,
                "--groupwatch.jobs.poll=50ms",
                "--groupwatch.jobs.lease=5s",
                "--groupwatch.summary.store.url=" + store.url(),
                "--groupwatch.summary.daily.zone=UTC",
                "--groupwatch.summary.daily.look-every=PT0.2S",
                "--groupwatch.summary.database.host=" + database.host(),
                "--groupwatch.summary.database.port=" + database.port(),
                "--groupwatch.summary.database.name=" + database.name(),
                "--groupwatch.summary.database.password=run-time-secret",
                "--groupwatch.summary.database.migration-username=" + database.username(),
                "--groupwatch.summary.database.migration-password=" + database.password()));
        for (String argument : more) {
            String name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(usual -> usual.startsWith(name));
            arguments.add(argument);
        }
        ConfigurableApplicationContext context = SummarizerApplication.run(arguments.toArray(String[]::new));
        // the service starts without its database; tests look into it
        context.getBean(Migration.class).done().block(PATIENCE);
        return new RunningSummarizer(context, servers, store);
    }

    /** A group of its own for a test. */
    public String group(String name) {
        String jid = "1203630000009%05d@g.us".formatted(GROUPS.incrementAndGet());
        store.group(jid, name);
        return jid;
    }

    public FakeStore store() {
        return store;
    }

    public SettableClock clock() {
        return get(SettableClock.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T get(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Announces a message as the message store does. */
    public void announce(Message message) {
        announce(
                new MessageStored(EventId.of("MessageStored", message.chat(), message.id()), Instant.EPOCH, 1, message),
                message.chat());
    }

    public void announceEdited(Message message) {
        announce(
                new MessageEdited(
                        EventId.of("MessageEdited", message.chat(), message.id()),
                        Instant.EPOCH,
                        1,
                        message,
                        message.edits().getLast()),
                message.chat());
    }

    public void announceRevoked(Message message) {
        announce(
                new MessageRevoked(
                        EventId.of("MessageRevoked", message.chat(), message.id()), Instant.EPOCH, 1, message),
                message.chat());
    }

    /** Announces what is in a message's file as the media worker does. */
    public void announceFile(Message message) {
        announce(
                Topics.MEDIA,
                new MediaStored(
                        EventId.of("MediaStored", message.chat(), message.id()),
                        Instant.EPOCH,
                        1,
                        MessageRef.of(message),
                        1,
                        Objects.requireNonNull(message.media()),
                        null),
                message.chat());
    }

    private void announce(PublishedEvent event, String chat) {
        announce(Topics.MESSAGES, event, chat);
    }

    private void announce(String topic, PublishedEvent event, String chat) {
        get(RecordPublisher.class)
                .publish(new OutgoingRecord(
                        topic, chat, EventCodec.write(event), CloudEvents.headers(event, "/message-store", chat)))
                .block(PATIENCE);
    }

    /** What the topic says of a group, in order. */
    public List<Summary> told(String group) {
        return new TestKafka(servers.broker().bootstrapServers())
                .readAll(Topics.SUMMARIES).stream()
                        .map(record -> ((SummaryReady) EventCodec.read(record.value())).summary())
                        .filter(summary -> summary.group().equals(group))
                        .toList();
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

    @Override
    public void close() {
        context.close();
    }
}
