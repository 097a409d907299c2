package groupwatch.mailing;

import groupwatch.kit.database.Migration;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKey;
import groupwatch.report.testing.ResendStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What sends mail, on a real database and with a stub of Resend. */
public final class Mailing implements AutoCloseable {

    private static final String SUITE_KEY = "a-suite-key-for-tests-that-is-long-enough";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final class Shared {
        static final Mailing MAILING = stoppedAtTheEnd(start(TestDatabase.create("mailing")));
    }

    private final ConfigurableApplicationContext context;
    private final TestDatabase database;
    private final ResendStub resend;

    private Mailing(ConfigurableApplicationContext context, TestDatabase database, ResendStub resend) {
        this.context = context;
        this.database = database;
        this.resend = resend;
    }

    /** Nobody configured; one for all tests. */
    public static Mailing shared() {
        return Shared.MAILING;
    }

    private static Mailing stoppedAtTheEnd(Mailing mailing) {
        Runtime.getRuntime().addShutdownHook(new Thread(mailing::close));
        return mailing;
    }

    /** With a key of its own. */
    public static Mailing start(TestDatabase database, String... more) {
        ResendStub resend = new ResendStub();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--groupwatch.security.suite-key=" + SUITE_KEY,
                "--groupwatch.report.key-file=" + TestKey.file(),
                "--groupwatch.report.resend.url=" + resend.url(),
                "--groupwatch.report.resend.per-second=1000",
                "--groupwatch.report.resend.time-limit=3s",
                "--groupwatch.report.mail.answer-time-limit=3s",
                "--groupwatch.report.database.host=" + database.host(),
                "--groupwatch.report.database.port=" + database.port(),
                "--groupwatch.report.database.name=" + database.name(),
                "--groupwatch.report.database.password=run-time-secret",
                "--groupwatch.report.database.migration-username=" + database.username(),
                "--groupwatch.report.database.migration-password=" + database.password()));
        arguments.addAll(List.of(more));
        ConfigurableApplicationContext context =
                GroupwatchService.run("mailing", MailingApplication.class, arguments.toArray(String[]::new));
        context.getBean(Migration.class).done().block(PATIENCE);
        return new Mailing(context, database, resend);
    }

    public ResendStub resend() {
        return resend;
    }

    public TestDatabase database() {
        return database;
    }

    public SettableClock clock() {
        return get(SettableClock.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Who may do everything. */
    public WebTestClient admin() {
        return caller(null, Scopes.SUITE_READ, Scopes.SUITE_WRITE);
    }

    /** @param groups what the caller may see; absent: everything */
    public WebTestClient caller(@Nullable Set<String> groups, String... scopes) {
        String token = get(SuiteTokens.class).mint(new Caller("test", Set.of(scopes), groups));
        return anonymous()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    public WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(PATIENCE)
                .build();
    }

    @Override
    public void close() {
        context.close();
        resend.close();
    }
}
