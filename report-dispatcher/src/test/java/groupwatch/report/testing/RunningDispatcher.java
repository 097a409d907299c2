package groupwatch.report.testing;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.report.ReportEvent;
import groupwatch.kit.database.Migration;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.TestKey;
import groupwatch.report.ReportDispatcherApplication;
import groupwatch.servers.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole report dispatcher on real servers, with services it asks and a mail server that do what tests say. */
public final class RunningDispatcher implements AutoCloseable {

    private static final String SUITE_KEY = "a-suite-key-for-tests-that-is-long-enough";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final class Shared {
        static final RunningDispatcher DISPATCHER = stoppedAtTheEnd(start(servers()));
    }

    /** What replicas share. */
    public record Servers(KafkaBroker broker, TestDatabase database, FakeSuite suite, ScriptedSmtp smtp, Path key) {}

    private final ConfigurableApplicationContext context;
    private final Servers servers;

    private RunningDispatcher(ConfigurableApplicationContext context, Servers servers) {
        this.context = context;
        this.servers = servers;
    }

    /** One for all tests. */
    public static RunningDispatcher shared() {
        return Shared.DISPATCHER;
    }

    public static Servers servers() {
        return new Servers(
                TestKafka.ownBroker(),
                TestDatabase.create("report"),
                new FakeSuite(),
                ScriptedSmtp.start(),
                TestKey.file());
    }

    private static RunningDispatcher stoppedAtTheEnd(RunningDispatcher dispatcher) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            dispatcher.close();
            dispatcher.servers.broker().kill();
        }));
        return dispatcher;
    }

    /** @param more properties, as {@code --groupwatch.report.run.lateness=1h} */
    public static RunningDispatcher start(Servers servers, String... more) {
        TestDatabase database = servers.database();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--groupwatch.kafka.bootstrap-servers=" + servers.broker().bootstrapServers(),
                "--groupwatch.kafka.partitions=2",
                "--groupwatch.security.suite-key=" + SUITE_KEY,
                "--groupwatch.jobs.poll=50ms",
                "--groupwatch.jobs.lease=5s",
                "--groupwatch.public-url=https://groupwatch.example.org",
                "--groupwatch.report.zone=UTC",
                "--groupwatch.report.key-file=" + servers.key(),
                "--groupwatch.report.run.look-every=PT0.2S",
                "--groupwatch.report.run.tell-every=PT0.2S",
                "--groupwatch.report.alert.look-every=PT0.2S",
                "--groupwatch.report.store.url=" + servers.suite().url(),
                "--groupwatch.report.summarizer.url=" + servers.suite().url(),
                "--groupwatch.report.watchdog.url=" + servers.suite().url(),
                "--groupwatch.report.email.host=localhost",
                "--groupwatch.report.email.port=" + servers.smtp().port(),
                "--groupwatch.report.email.tls=none",
                "--groupwatch.report.email.from=reports@example.org",
                "--groupwatch.report.database.host=" + database.host(),
                "--groupwatch.report.database.port=" + database.port(),
                "--groupwatch.report.database.name=" + database.name(),
                "--groupwatch.report.database.password=run-time-secret",
                "--groupwatch.report.database.migration-username=" + database.username(),
                "--groupwatch.report.database.migration-password=" + database.password()));
        for (String argument : more) {
            String name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(usual -> usual.startsWith(name));
            arguments.add(argument);
        }
        ConfigurableApplicationContext context = ReportDispatcherApplication.run(arguments.toArray(String[]::new));
        // the service starts without its database; tests look into it
        context.getBean(Migration.class).done().block(PATIENCE);
        return new RunningDispatcher(context, servers);
    }

    public FakeSuite suite() {
        return servers.suite();
    }

    public ScriptedSmtp smtp() {
        return servers.smtp();
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

    /** What the topic says of a report, in order. */
    public List<ReportEvent> told(UUID report) {
        return new TestKafka(servers.broker().bootstrapServers())
                .readAll(Topics.REPORTS).stream()
                        .map(record -> (ReportEvent) EventCodec.read(record.value()))
                        .filter(event -> event.run().report().equals(report.toString()))
                        .toList();
    }

    /** Mails that the mail server has taken for an address. */
    public List<ReceivedMail> mails(String to) {
        return smtp().mails().stream().filter(mail -> mail.to().equals(to)).toList();
    }

    /** Whose token is good for a minute of the service's clock. */
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
