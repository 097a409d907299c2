package groupwatch.watchdog.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.database.DatabaseAutoConfiguration;
import groupwatch.kit.database.DatabaseSettings;
import groupwatch.kit.database.Migration;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.watchdog.account.Accounts;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A replica's share of the accounts, on a real PostgreSQL. */
@WithPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeeperIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final WatchSettings SETTINGS =
            new WatchSettings(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofSeconds(1));

    private final TestDatabase server;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    KeeperIT(TestDatabase server) {
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
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1));
        context.registerBean(ServiceDatabase.class, () -> new ServiceDatabase("watchdog", settings));
        context.registerBean(WatchSettings.class, () -> SETTINGS);
        context.register(DatabaseAutoConfiguration.class, Accounts.class, Leases.class, Keeper.class);
        context.refresh();
        context.getBean(Migration.class).done().block(PATIENCE);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @AfterEach
    void forget() {
        sql("DELETE FROM accounts");
    }

    private void sql(String statement) {
        context.getBean(DatabaseClient.class).sql(statement).then().block(PATIENCE);
    }

    private void account(String id, String server) {
        sql("INSERT INTO accounts (id, server, full_history, created_at) VALUES ('" + id + "', '" + server
                + "', false, now())");
    }

    private long leasesThatHold() {
        return Objects.requireNonNull(context.getBean(DatabaseClient.class)
                .sql("SELECT count(*) FROM leases WHERE held_until > clock_timestamp()")
                .map(row -> row.get(0, Long.class))
                .one()
                .block(PATIENCE));
    }

    @Test
    void anAccountThatWasTakenWithoutBeingWatchedIsWatchedLater() {
        Keeper keeper = context.getBean(Keeper.class);
        account("ana", "http://evolution.example.org");
        Disposable keeping = keeper.keep().subscribe();
        try {
            await().atMost(PATIENCE).until(() -> !keeper.holds().isEmpty());
            // as if the answer to the claim had not been heard: the row says that it is this replica's
            keeper.holds().clear();

            await().atMost(PATIENCE).until(() -> keeper.holds().stream().anyMatch(Hold::isOpen));
            assertThat(leasesThatHold()).isEqualTo(1);
        } finally {
            keeping.dispose();
            keeper.leave().block(PATIENCE);
        }
    }

    @Test
    void whoDiedTakesNoShareOnceItsLeasesAreAboutToEnd() {
        account("ana", "http://evolution.example.org");
        account("bob", "http://evolution.example.org");
        sql("INSERT INTO watchers (id, seen_at) VALUES ('dead', clock_timestamp() - make_interval(secs => 1.8))");

        assertThat(context.getBean(Leases.class).share("alive", SETTINGS.gone()).block(PATIENCE))
                .isEqualTo(2);
        context.getBean(Leases.class).leave("alive").block(PATIENCE);
    }

    @Test
    void whoStandsStillWithinATransactionKeepsItsRowsOnlyForAWhile() {
        account("bob", "http://evolution.example.org");
        Sinks.Empty<Void> goesOn = Sinks.empty();
        Sinks.Empty<Void> locked = Sinks.empty();
        Disposable frozen = context.getBean(DatabaseClient.class)
                .sql("UPDATE accounts SET number = '1' WHERE id = 'bob'")
                .then()
                .doOnSuccess(done -> locked.tryEmitEmpty())
                .then(goesOn.asMono())
                .as(context.getBean(TransactionalOperator.class)::transactional)
                .onErrorResume(broken -> Mono.empty())
                .subscribe();
        try {
            locked.asMono().block(PATIENCE);

            context.getBean(DatabaseClient.class)
                    .sql("UPDATE accounts SET number = '2' WHERE id = 'bob'")
                    .then()
                    .block(Duration.ofSeconds(45));
        } finally {
            goesOn.tryEmitEmpty();
            frozen.dispose();
        }
    }
}
