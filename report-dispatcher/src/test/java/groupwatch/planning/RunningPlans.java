package groupwatch.planning;

import groupwatch.kit.database.Migration;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKey;
import groupwatch.report.plan.LastRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** One service for all tests of a JVM. */
final class RunningPlans {

    static final String PUBLIC_URL = "https://groupwatch.example.com";
    static final int MOST_REPORTS = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ConfigurableApplicationContext CONTEXT = started();

    private RunningPlans() {}

    private static ConfigurableApplicationContext started() {
        TestDatabase database = TestDatabase.create("planning");
        ConfigurableApplicationContext context = GroupwatchService.run(
                "planning",
                PlanningApplication.class,
                "--server.port=0",
                "--groupwatch.security.suite-key=a-suite-key-for-tests-that-is-long-enough",
                "--groupwatch.kafka.bootstrap-servers=127.0.0.1:1",
                "--groupwatch.public-url=" + PUBLIC_URL + "/",
                "--groupwatch.report.key-file=" + TestKey.file(),
                "--groupwatch.report.zone=Europe/Lisbon",
                "--groupwatch.report.language=pt",
                "--groupwatch.report.most-reports=" + MOST_REPORTS,
                "--groupwatch.report.database.host=" + database.host(),
                "--groupwatch.report.database.port=" + database.port(),
                "--groupwatch.report.database.name=" + database.name(),
                "--groupwatch.report.database.password=run-time-secret",
                "--groupwatch.report.database.migration-username=" + database.username(),
                "--groupwatch.report.database.migration-password=" + database.password());
        context.getBean(Migration.class).done().block(PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        return context;
    }

    static <T> T get(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static SettableClock clock() {
        return get(SettableClock.class);
    }

    static void ran(UUID report, LastRun run) {
        get(PlanningApplication.Ran.class).runs().put(report, run);
    }

    static WebTestClient caller(String... scopes) {
        return caller(null, scopes);
    }

    /** @param groups what the caller may see; absent: everything */
    static WebTestClient caller(@Nullable Set<String> groups, String... scopes) {
        String token = get(SuiteTokens.class).mint(new Caller("test", Set.of(scopes), groups));
        return anonymous()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    static WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl(address())
                .responseTimeout(PATIENCE)
                .build();
    }

    static String address() {
        return "http://127.0.0.1:" + CONTEXT.getEnvironment().getProperty("local.server.port");
    }

    /** A form as browsers send it. */
    static BodyInserters.FormInserter<String> form(String name, String value) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(Map.of(name, List.of(value)));
        return BodyInserters.fromFormData(form);
    }
}
