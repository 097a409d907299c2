package groupwatch.comparing;

import groupwatch.events.EventCodec;
import groupwatch.events.evolution.FoundRows;
import groupwatch.events.message.Origin;
import groupwatch.kit.database.Migration;
import groupwatch.kit.evolution.EvolutionAddress;
import groupwatch.kit.evolution.EvolutionApi;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.watch.Duty;
import groupwatch.watchdog.watch.Watch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** One service for all tests of a JVM, and the hand that does what the watch does. */
final class Comparing {

    static final String ACCOUNT = "acme";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final StandInStore STORE = new StandInStore();
    static final StandInEvolution EVOLUTION = new StandInEvolution();

    private static final ConfigurableApplicationContext CONTEXT = started();

    private Comparing() {}

    private static ConfigurableApplicationContext started() {
        TestDatabase database = TestDatabase.create("comparing");
        ConfigurableApplicationContext context = GroupwatchService.run(
                "comparing",
                ComparingApplication.class,
                "--server.port=0",
                "--groupwatch.security.suite-key=a-suite-key-for-tests-that-is-long-enough",
                "--groupwatch.kafka.bootstrap-servers=127.0.0.1:1",
                "--groupwatch.watchdog.store.url=" + STORE.url(),
                "--groupwatch.watchdog.resync.batch=10",
                "--groupwatch.watchdog.resync.pages-per-minute=6000",
                "--groupwatch.watchdog.database.host=" + database.host(),
                "--groupwatch.watchdog.database.port=" + database.port(),
                "--groupwatch.watchdog.database.name=" + database.name(),
                "--groupwatch.watchdog.database.password=run-time-secret",
                "--groupwatch.watchdog.database.migration-username=" + database.username(),
                "--groupwatch.watchdog.database.migration-password=" + database.password());
        context.getBean(Migration.class).done().block(PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        return context;
    }

    static <T> T get(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** Nothing is known, nothing is there, and what is published is stored. */
    static void anew() {
        // whoever had nothing to do just now rests for a minute
        clock().advance(Duration.ofMinutes(2));
        STORE.clear();
        EVOLUTION.rows.clear();
        EVOLUTION.noSuchChats.clear();
        EVOLUTION.failure = null;
        EVOLUTION.afterEach = () -> {};
        broker().next = record -> Mono.fromRunnable(() -> STORE.take(record.value(), null));
        sql("DELETE FROM accounts");
        sql("INSERT INTO accounts (id, full_history, created_at) VALUES ('" + ACCOUNT
                + "', false, '2026-01-01T00:00:00Z')");
        EVOLUTION.asked.clear();
        broker().published.clear();
    }

    static Broker broker() {
        return get(Broker.class);
    }

    static SettableClock clock() {
        return get(SettableClock.class);
    }

    /** Far from midnight, so that days are what a test takes them for. */
    static void noon() {
        int hour = clock().instant().atZone(ZoneOffset.UTC).getHour();
        clock().advance(Duration.ofHours(Math.floorMod(12 - hour, 24)));
    }

    /** To the second, as rows tell it. */
    static Instant ago(Duration time) {
        return clock().instant().minus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    static long sql(String statement) {
        return Objects.requireNonNull(
                get(DatabaseClient.class).sql(statement).fetch().rowsUpdated().block(PATIENCE));
    }

    /** It came by webhook, as it is in Evolution. */
    static void cameByWebhook(JsonNode row) {
        STORE.take(FoundRows.messages(ACCOUNT, null, clock().instant(), List.of(row)), Origin.WEBHOOK);
    }

    static Watch watch() {
        return new TestWatch(EVOLUTION.api());
    }

    record TestWatch(EvolutionApi api) implements Watch {

        @Override
        public Account account() {
            return new Account(ACCOUNT, null, null, "5511999990009", false, Instant.EPOCH);
        }

        @Override
        public EvolutionAddress address() {
            return new EvolutionAddress(URI.create("http://127.0.0.1:1"), "key", ACCOUNT);
        }

        @Override
        public <T> Mono<T> call(Function<EvolutionApi, Mono<T>> call) {
            return Mono.defer(() -> call.apply(api));
        }
    }

    static Duty duty(String name) {
        return CONTEXT.getBeansOfType(Duty.class).values().stream()
                .filter(duty -> duty.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Until nothing is due at once. */
    static void goOn() {
        for (int i = 0; i < 1000; i++) {
            if (!Objects.requireNonNull(duty("resync").step(watch()).block(PATIENCE))) {
                return;
            }
        }
        throw new AssertionError("it does not come to an end");
    }

    /** Until all that was asked for is at its end, with time passing where it waits. */
    static void toTheEnd() {
        for (int i = 0; i < 200; i++) {
            goOn();
            if (items(admin().get().uri("/accounts/acme/resync")).stream().allMatch(run -> run.has("endedAt"))) {
                return;
            }
            clock().advance(Duration.ofSeconds(6));
        }
        throw new AssertionError("it does not come to an end");
    }

    static void recount() {
        clock().advance(Duration.ofSeconds(40));
        for (int i = 0; i < 1000; i++) {
            if (!Objects.requireNonNull(duty("coverage").step(watch()).block(PATIENCE))) {
                return;
            }
        }
        throw new AssertionError("it does not come to an end");
    }

    static WebTestClient admin() {
        return caller(null, "*");
    }

    /** @param groups what the caller may see; absent: everything */
    static WebTestClient caller(@Nullable Set<String> groups, String... scopes) {
        String token = get(SuiteTokens.class).mint(new Caller("test", Set.of(scopes), groups));
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + CONTEXT.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(PATIENCE)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    static JsonNode json(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return EventCodec.mapper().readTree(Objects.requireNonNull(body));
    }

    static List<JsonNode> items(WebTestClient.RequestHeadersSpec<?> request) {
        return json(request).path("items").valueStream().toList();
    }

    /** The newest run of that kind. */
    static JsonNode run(String kind) {
        return items(admin().get().uri("/accounts/acme/resync")).stream()
                .filter(run -> run.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
