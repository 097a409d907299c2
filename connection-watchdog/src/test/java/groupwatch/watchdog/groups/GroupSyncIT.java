package groupwatch.watchdog.groups;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.CloudEvents;
import groupwatch.events.Topics;
import groupwatch.events.evolution.EvolutionReader;
import groupwatch.events.link.Link;
import groupwatch.events.link.LinkStatus;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.Observed;
import groupwatch.kit.database.DatabaseAutoConfiguration;
import groupwatch.kit.database.Migration;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.kit.kafka.BrokerUnavailableException;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.watchdog.WatchdogProperties;
import groupwatch.watchdog.link.LinkReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When groups are fetched, what is published of them, and what is told of it. */
@WithPostgres
class GroupSyncIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ONE = "120363000000000001@g.us";
    private static final String TWO = "120363000000000002@g.us";
    private static final String THREE = "120363000000000003@g.us";

    private static ConfigurableApplicationContext context;
    private static TestDatabase database;

    private final SettableClock clock = new SettableClock();
    private final List<OutgoingRecord> published = Collections.synchronizedList(new ArrayList<>());
    private final ScriptedGroups evolution =
            new ScriptedGroups("sales").in(ONE, 3).in(TWO, 2);
    private boolean brokerAway;
    private LinkStatus status = LinkStatus.OPEN;
    private GroupSync sync;
    private AskForGroups ask;

    @BeforeAll
    static void start(TestDatabase empty) {
        database = empty;
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.config.name=none",
                        "groupwatch.watchdog.database.host=" + empty.host(),
                        "groupwatch.watchdog.database.port=" + empty.port(),
                        "groupwatch.watchdog.database.name=" + empty.name(),
                        "groupwatch.watchdog.database.password=run-time-secret",
                        "groupwatch.watchdog.database.migration-username=" + empty.username(),
                        "groupwatch.watchdog.database.migration-password=" + empty.password())
                .run();
        context.getBean(Migration.class).done().block(PATIENCE);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void anAccount() {
        database.execute("TRUNCATE watchdog.accounts CASCADE");
        database.execute("INSERT INTO watchdog.accounts (id, full_history, created_at) VALUES ('sales', false, now())");
        anotherReplica();
        DatabaseClient client = context.getBean(DatabaseClient.class);
        ask = new AskForGroups(new GroupSyncRows(client), new AccountGroups(client), new Links(), clock);
    }

    @Test
    void allGroupsArePublishedOnceAndThenAfterSomeHours() {
        assertThat(step()).isFalse();
        assertThat(published).extracting(OutgoingRecord::key).containsExactly(ONE, TWO);
        assertThat(state().groups()).isEqualTo(2);
        assertThat(state().waiting()).isNull();
        assertThat(step()).isFalse();
        assertThat(published).hasSize(2);
        clock.advance(Duration.ofMinutes(359));
        step();
        assertThat(published).hasSize(2);
        clock.advance(Duration.ofMinutes(2));
        step();
        assertThat(published).hasSize(4);
    }

    @Test
    void aRecordIsAsTheGatewayWouldHaveWrittenIt() {
        Instant before = clock.instant();
        step();
        OutgoingRecord record = published.getFirst();
        assertThat(record.topic()).isEqualTo(Topics.RAW_GROUPS);
        assertThat(record.headers())
                .containsEntry(CloudEvents.SOURCE, "/evolution/sales")
                .containsEntry(CloudEvents.TYPE, "evolution.groups.found")
                .containsEntry(CloudEvents.SUBJECT, ONE)
                .containsKeys(CloudEvents.ID, CloudEvents.TIME);
        Observed observed = new EvolutionReader().read(record.value());
        assertThat(observed.instance()).isEqualTo("sales");
        assertThat(observed.emittedAt()).isBetween(before.minusMillis(1), clock.instant());
        GroupSeen group = (GroupSeen) observed.observations().getFirst();
        assertThat(group.participants()).hasSize(3);
    }

    @Test
    void aGroupThatIsNoLongerThereIsToldAsLeftUntilItIsBack() {
        step();
        evolution.leave(ONE);
        again();
        assertThat(state().left()).as("once it can be left out").isEmpty();
        Instant first = state().begunAt();
        again();
        assertThat(state().left()).containsExactly(new AccountGroups.Left(ONE, Objects.requireNonNull(first)));
        assertThat(state().groups()).isEqualTo(1);
        evolution.in(ONE, 3);
        again();
        assertThat(state().left()).isEmpty();
        assertThat(state().groups()).isEqualTo(2);
    }

    @Test
    void whenAllAtOnceTakesTooLongTheyAreFetchedOneByOneByWhicheverReplica() {
        step();
        evolution.leave(ONE);
        evolution.in(THREE, 1).slow(true);
        published.clear();
        clock.advance(Duration.ofHours(7));
        assertThat(step()).isTrue();
        assertThat(state().waiting()).isTrue();
        published.clear();
        // ONE is refused, TWO and THREE are there; each is a step
        assertThat(step()).isTrue();
        assertThat(published).isEmpty();
        anotherReplica();
        assertThat(step()).isTrue();
        assertThat(step()).isTrue();
        assertThat(published).extracting(OutgoingRecord::key).containsExactly(TWO, THREE);
        assertThat(step()).isFalse();
        assertThat(state().groups()).isEqualTo(2);
        clock.advance(Duration.ofHours(7));
        while (step()) {}
        assertThat(state().left()).extracting(AccountGroups.Left::jid).containsExactly(ONE);
        // they are few: all at once is tried again
        evolution.slow(false);
        evolution.calls.clear();
        clock.advance(Duration.ofHours(7));
        step();
        assertThat(evolution.calls).containsExactly("groups");
    }

    @Test
    void noGroupIsTakenForLeftWhereTheLinkClosedWhileTheyWereFetched() {
        evolution.slow(true);
        assertThat(step()).isTrue();
        evolution.close(true);
        assertThat(step()).isFalse();
        assertThat(state().error()).isEqualTo("not-connected");
        evolution.close(false);
        clock.advance(Duration.ofMinutes(2));
        while (step()) {}
        assertThat(state().groups()).isEqualTo(2);
    }

    @Test
    void whoRefusesIsLeftAloneLongerAndLonger() {
        evolution.refuse(Kind.TOO_OFTEN, Duration.ofMinutes(5));
        step();
        assertThat(state().error()).isEqualTo("too-often");
        assertThat(attemptsWithin(Duration.ofMinutes(4))).isZero();
        assertThat(attemptsWithin(Duration.ofMinutes(2))).isEqualTo(1);
        evolution.refuse(Kind.AWAY, null);
        assertThat(attemptsWithin(Duration.ofHours(24))).as("attempts in a day").isBetween(40, 60);
        evolution.refuse(null, null);
        clock.advance(Duration.ofMinutes(31));
        step();
        assertThat(state().error()).isNull();
        assertThat(state().doneAt()).isNotNull();
    }

    @Test
    void whatTheBrokerDidNotTakeIsPublishedLater() {
        brokerAway = true;
        assertThat(step()).isFalse();
        assertThat(state().error()).isEqualTo("broker-away");
        assertThat(state().doneAt()).isNull();
        brokerAway = false;
        clock.advance(Duration.ofSeconds(31));
        step();
        assertThat(published).hasSize(2);
    }

    @Test
    void whoAsksGetsAnAnswerWhenItIsDone() {
        step();
        CompletableFuture<List<ShownSync>> answer = ask.ask(List.of("sales")).toFuture();
        Awaitility.await().until(() -> state().waiting() != null);
        step();
        assertThat(answer.join()).singleElement().satisfies(shown -> {
            assertThat(shown.groups()).isEqualTo(2);
            assertThat(shown.waiting()).isNull();
            assertThat(shown.doneAt()).isAfterOrEqualTo(Objects.requireNonNull(shown.askedAt()));
        });
        assertThat(published).hasSize(4);
    }

    @Test
    void whoAsksWhileEvolutionRefusesIsToldSo() {
        evolution.refuse(Kind.TOO_OFTEN, Duration.ofMinutes(5));
        step();
        assertThat(ask.ask(List.of("sales")).block(PATIENCE)).singleElement().satisfies(shown -> {
            assertThat(shown.error()).isEqualTo("too-often");
            assertThat(shown.waiting()).isTrue();
        });
        assertThat(attemptsWithin(Duration.ofMinutes(4))).isZero();
    }

    @Test
    void anAccountThatIsNotLinkedWaitsWithoutAnybodyWaiting() {
        status = LinkStatus.CLOSED;
        Instant before = Instant.now();
        assertThat(ask.ask(List.of("sales")).block(PATIENCE))
                .singleElement()
                .matches(shown -> Boolean.TRUE.equals(shown.waiting()));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void manyLargeGroupsAreHeldAFewAtATime() {
        for (int i = 0; i < 300; i++) {
            evolution.in("1203630000001%05d@g.us".formatted(i), 50);
        }
        step();
        assertThat(state().groups()).isEqualTo(302);
        assertThat(published).hasSize(302);
    }

    private boolean step() {
        return Boolean.TRUE.equals(sync.step(evolution).block(PATIENCE));
    }

    private void again() {
        clock.advance(Duration.ofHours(7));
        assertThat(step()).isFalse();
    }

    /** Has nothing but what the rows say. */
    private void anotherReplica() {
        DatabaseClient client = context.getBean(DatabaseClient.class);
        GroupMetrics metrics = new GroupMetrics(new SimpleMeterRegistry());
        sync = new GroupSync(
                new GroupSyncRows(client),
                new AccountGroups(client),
                new PublishGroups(new Remembering(), metrics),
                new GroupSettings(Duration.ofHours(6), Duration.ofSeconds(30), Duration.ofMinutes(30)),
                metrics,
                clock);
    }

    /** A step every two minutes, as time passes. */
    private int attemptsWithin(Duration time) {
        int attempts = 0;
        Instant last = Objects.requireNonNull(state().begunAt());
        for (long minute = 0; minute < time.toMinutes(); minute += 2) {
            clock.advance(Duration.ofMinutes(2));
            step();
            Instant begun = Objects.requireNonNull(state().begunAt());
            attempts += begun.equals(last) ? 0 : 1;
            last = begun;
        }
        return attempts;
    }

    private ShownSync state() {
        return Objects.requireNonNull(ask.shown().block(PATIENCE)).getFirst();
    }

    private final class Remembering implements RecordPublisher {

        @Override
        public Mono<Void> publish(OutgoingRecord record) {
            return publishAll(List.of(record));
        }

        @Override
        public Mono<Void> publishAll(List<OutgoingRecord> records) {
            return Mono.defer(() -> {
                if (brokerAway) {
                    return Mono.error(new BrokerUnavailableException("told to"));
                }
                published.addAll(records);
                return Mono.empty();
            });
        }
    }

    private final class Links implements LinkReader {

        @Override
        public Mono<Link> find(String account) {
            return Mono.just(new Link(
                    account,
                    status,
                    Instant.EPOCH,
                    "test",
                    "As the test says",
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null));
        }

        @Override
        public Flux<Link> all() {
            return find("sales").flux();
        }
    }

    @EnableConfigurationProperties(WatchdogProperties.class)
    @ImportAutoConfiguration(DatabaseAutoConfiguration.class)
    static class Parts {

        @Bean
        ServiceDatabase serviceDatabase(WatchdogProperties properties) {
            return new ServiceDatabase("watchdog", properties.database());
        }
    }
}
