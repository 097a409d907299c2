package groupwatch.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.database.DatabaseAutoConfiguration;
import groupwatch.kit.database.DatabaseSettings;
import groupwatch.kit.database.Migration;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** Jobs on a real PostgreSQL, with a clock that can be put forward. */
@WithPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final JobsSettings SETTINGS =
            new JobsSettings(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofDays(7), Duration.ofDays(90));

    record Errand(String name) {}

    /** Does what the test says, errand by errand. */
    private static final class Errands implements JobHandler<Errand> {

        private final Map<String, Function<Job<Errand>, Mono<Outcome>>> ways = new ConcurrentHashMap<>();
        private final List<String> expired = new CopyOnWriteArrayList<>();

        @Override
        public JobKind<Errand> kind() {
            return new JobKind<>(
                            "errand",
                            Errand.class,
                            new RetrySchedule(
                                    List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofDays(1))),
                            8,
                            2,
                            Duration.ofMinutes(1))
                    .withGrace(Duration.ofSeconds(20));
        }

        @Override
        public Mono<Outcome> run(Job<Errand> job) {
            return Objects.requireNonNull(ways.get(job.payload().name())).apply(job);
        }

        @Override
        public Mono<Void> expire(Job<Errand> job, String error) {
            return Mono.fromRunnable(() -> expired.add(job.key()));
        }
    }

    private final SettableClock clock = new SettableClock();
    private final Errands errands = new Errands();
    private final TestDatabase server;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private @Nullable Jobs made;

    JobsIT(TestDatabase server) {
        this.server = server;
    }

    @BeforeAll
    void start() {
        DatabaseSettings settings = new DatabaseSettings(
                server.host(),
                server.port(),
                server.name(),
                server.username(),
                server.password(),
                null,
                null,
                4,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
        context.registerBean(ServiceDatabase.class, () -> new ServiceDatabase("errands", settings, "jobs"));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Errands.class, () -> errands);
        context.register(DatabaseAutoConfiguration.class, JobsAutoConfiguration.class);
        System.setProperty("groupwatch.jobs.poll", "100ms");
        System.setProperty("groupwatch.jobs.lease", "2s");
        context.refresh();
        System.clearProperty("groupwatch.jobs.poll");
        System.clearProperty("groupwatch.jobs.lease");
        context.getBean(Migration.class).done().block(PATIENCE);
        made = context.getBean(Jobs.class);
    }

    /** What is in hand when the process stops ends, where its kind has grace. */
    @AfterAll
    void stop() throws SQLException {
        Sinks.Empty<Void> closing = Sinks.empty();
        way(
                "in-hand",
                job -> closing.asMono().then(Mono.delay(Duration.ofMillis(500))).thenReturn(Outcome.DONE));
        record("in-hand", null);
        await().until(() -> state("in-hand") == JobState.RUNNING);
        closing.tryEmitEmpty();
        context.close();
        try (var connection = server.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT state FROM errands.jobs WHERE key = 'in-hand'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("done");
        }
    }

    @Test
    void recordsOnceAndRunsOnce() {
        AtomicInteger runs = new AtomicInteger();
        way(
                "once",
                job -> Mono.fromSupplier(() -> {
                    runs.incrementAndGet();
                    return Outcome.DONE;
                }));

        assertThat(record("once", null)).isTrue();
        assertThat(record("once", null)).isFalse();
        await().until(() -> state("once") == JobState.DONE);
        assertThat(record("once", null)).isFalse();
        assertThat(runs).hasValue(1);
    }

    @Test
    void triesAgainOnScheduleAndOnceMoreWhenTimeIsOver() {
        way("vain", job -> Mono.error(new IllegalStateException("nobody there")));
        Instant begun = clock.instant();
        record("vain", begun.plus(Duration.ofDays(2)));

        await().until(() -> row("vain").attempts() == 1 && state("vain") == JobState.WAITING);
        assertThat(row("vain").nextAttemptAt()).isBetween(begun.plusSeconds(10), begun.plusSeconds(30));
        assertThat(row("vain").lastError()).contains("nobody there");
        advanceUntil("vain", 2, Duration.ofSeconds(11));
        advanceUntil("vain", 3, Duration.ofSeconds(61));
        assertThat(row("vain").nextAttemptAt())
                .isAfter(clock.instant().plus(Duration.ofHours(23)))
                .isBefore(begun.plus(Duration.ofDays(2)));
        advanceUntil("vain", 4, Duration.ofDays(1));
        assertThat(row("vain").nextAttemptAt()).isEqualTo(row("vain").expiresAt());
        clock.advance(Duration.ofDays(1));
        await().until(() -> state("vain") == JobState.EXPIRED);
        assertThat(errands.expired).containsExactly("vain");
    }

    @Test
    void anAttemptThatWasNotItsTurnDoesNotCount() {
        AtomicInteger runs = new AtomicInteger();
        way(
                "later",
                job -> Mono.just(
                        runs.incrementAndGet() < 3
                                ? new Outcome.Later("closed", Duration.ofMillis(50))
                                : Outcome.DONE));
        record("later", null);

        await().until(() -> state("later") == JobState.DONE);
        assertThat(row("later").attempts()).isEqualTo(1);
    }

    @Test
    void aLaneKeepsToItsLimitAndNoLaneWaitsForAnother() {
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        Sinks.One<Outcome> gate = Sinks.one();
        way(
                "busy",
                job -> gate.asMono()
                        .doOnSubscribe(begun -> most.accumulateAndGet(now.incrementAndGet(), Math::max))
                        .doFinally(signal -> now.decrementAndGet()));
        way("other", job -> Mono.just(Outcome.DONE));
        IntStream.range(0, 6).forEach(number -> record("busy-" + number, "slow-lane", "busy", null));
        await().until(() -> now.get() == 2);
        record("other-lane", "quick-lane", "other", null);

        await().until(() -> state("other-lane") == JobState.DONE);
        assertThat(now).hasValue(2);
        gate.tryEmitValue(Outcome.DONE);
        await().until(() -> IntStream.range(0, 6).allMatch(number -> state("busy-" + number) == JobState.DONE));
        assertThat(most).hasValue(2);
    }

    @Test
    void whatADeadProcessHeldIsRunByAnother() {
        way("orphan", job -> Mono.just(Outcome.DONE));
        server.execute(
                "INSERT INTO errands.jobs (kind, key, lane, payload, state, attempts, due_at, holder, recorded_at) VALUES ('errand',"
                        + " 'orphan', 'orphans', '{\"name\": \"orphan\"}', 'running', 1, now() + interval '1 second', 'the-dead', now())");

        await().atMost(PATIENCE).until(() -> state("orphan") == JobState.DONE);
        assertThat(row("orphan").attempts()).isEqualTo(2);
    }

    @Test
    void aLeaseIsRenewedWhileTheJobRuns() {
        AtomicInteger runs = new AtomicInteger();
        way(
                "long",
                job -> Mono.delay(Duration.ofSeconds(5))
                        .doOnSubscribe(begun -> runs.incrementAndGet())
                        .thenReturn(Outcome.DONE));
        record("long", null);

        await().atMost(PATIENCE).until(() -> state("long") == JobState.DONE);
        assertThat(runs).hasValue(1);
    }

    @Test
    void cancellingCutsOffWhatRuns() {
        Sinks.Empty<Void> cut = Sinks.empty();
        Sinks.Empty<Void> begun = Sinks.empty();
        way(
                "endless",
                job -> Mono.<Outcome>never()
                        .doOnSubscribe(subscribed -> begun.tryEmitEmpty())
                        .doOnCancel(cut::tryEmitEmpty));
        record("endless", null);
        begun.asMono().block(PATIENCE);

        assertThat(jobs().cancel(errands.kind(), "endless").block(PATIENCE)).isTrue();
        cut.asMono().block(PATIENCE);
        assertThat(state("endless")).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void whatEndedIsDoneAnewWhenAskedFor() {
        AtomicInteger runs = new AtomicInteger();
        way("anew", job -> Mono.just(runs.incrementAndGet() == 1 ? new Outcome.Failed("broken") : Outcome.DONE));
        record("anew", null);
        await().until(() -> state("anew") == JobState.FAILED);

        jobs().renew(errands.kind(), new NewJob<>("anew", "anew", new Errand("anew"), null, null))
                .block(PATIENCE);
        await().until(() -> state("anew") == JobState.DONE);
        assertThat(row("anew").attempts()).isEqualTo(1);
        assertThat(row("anew").lastError()).isNull();
    }

    @Test
    void aJobIsRecordedWithTheTransactionOrNotAtAll() {
        way("undone", job -> Mono.just(Outcome.DONE));
        TransactionalOperator transaction = context.getBean(TransactionalOperator.class);
        jobs().record(errands.kind(), new NewJob<>("undone", "undone", new Errand("undone"), null, null))
                .then(Mono.error(new IllegalStateException("rolled back")))
                .as(transaction::transactional)
                .onErrorComplete()
                .block(PATIENCE);

        assertThat(jobs().find(errands.kind(), "undone").blockOptional(PATIENCE))
                .isEmpty();
    }

    @Test
    void endedJobsAreForgottenAfterAWhile() {
        way("old", job -> Mono.just(Outcome.DONE));
        record("old", null);
        await().until(() -> state("old") == JobState.DONE);
        server.execute("UPDATE errands.jobs SET finished_at = finished_at - interval '8 days' WHERE key = 'old'");

        new JobCensus(context.getBean(DatabaseClient.class), SETTINGS, clock)
                .forget(errands.kind())
                .block(PATIENCE);
        assertThat(jobs().find(errands.kind(), "old").blockOptional(PATIENCE)).isEmpty();
    }

    private void way(String name, Function<Job<Errand>, Mono<Outcome>> way) {
        errands.ways.put(name, way);
    }

    private boolean record(String name, @Nullable Instant expiresAt) {
        return record(name, name, name, expiresAt);
    }

    private boolean record(String key, String lane, String name, @Nullable Instant expiresAt) {
        return Objects.requireNonNull(
                jobs().record(errands.kind(), new NewJob<>(key, lane, new Errand(name), null, expiresAt))
                        .block(PATIENCE));
    }

    private void advanceUntil(String key, int attempts, Duration time) {
        clock.advance(time);
        await().until(() -> row(key).attempts() == attempts && state(key) == JobState.WAITING);
    }

    private JobRow row(String key) {
        return Objects.requireNonNull(jobs().find(errands.kind(), key).block(PATIENCE));
    }

    private JobState state(String key) {
        return row(key).state();
    }

    private Jobs jobs() {
        return Objects.requireNonNull(made);
    }
}
