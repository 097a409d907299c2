package groupwatch.watchdog.tidy;

import groupwatch.kit.database.Routine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes old rows, each day. Any replica does; twice is once. */
@Component
class TidyUp {

    private static final Logger log = LoggerFactory.getLogger(TidyUp.class);

    /** As long as the ledger. */
    private static final Duration LEDGER = Duration.ofDays(400);

    /**
     * Rows of a table that are too old.
     *
     * @param age of those that go
     * @param which condition, on {@code $1}: the time before which they are too old
     */
    private record Old(String table, Duration age, String which) {}

    private static final List<Old> ALL = List.of(
            new Old("resync_suspects", LEDGER, "state = 'missing' AND day < CAST($1 AS date)"),
            new Old("history_chunks", LEDGER, "at < $1"),
            new Old("outages", LEDGER, "to_at < $1"),
            new Old("audit", LEDGER, "at < $1"),
            // the last one says since when the link is as it is
            new Old("link_history", LEDGER, """
                    at < $1 AND revision < (SELECT max(revision) FROM link_history newest
                        WHERE newest.account = link_history.account)"""),
            new Old("orders", Duration.ofDays(30), "ended_at < $1"),
            // nobody takes those of an instance that is no account
            new Old("signals", Duration.ofDays(7), """
                    at < $1 AND (taken OR NOT EXISTS (SELECT FROM accounts WHERE id = signals.account))"""));

    private final Routine routine;
    private final DatabaseClient database;
    private final Clock clock;

    TidyUp(Routine routine, DatabaseClient database, Clock clock) {
        this.routine = routine;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "P1D")
    Mono<Void> runOnSchedule() {
        return routine.run("tidy up", Mono.defer(this::tidy));
    }

    Mono<Void> tidy() {
        return Flux.fromIterable(ALL).concatMap(this::delete).then();
    }

    private Mono<Void> delete(Old old) {
        return database.sql("DELETE FROM " + old.table() + " WHERE " + old.which())
                .bind(0, clock.instant().minus(old.age()))
                .fetch()
                .rowsUpdated()
                .filter(gone -> gone > 0)
                .doOnNext(gone -> log.atInfo()
                        .addKeyValue("table", old.table())
                        .addKeyValue("rows", gone)
                        .log("Old rows were deleted"))
                .then();
    }
}
