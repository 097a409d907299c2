package groupwatch.report.plan;

import static groupwatch.kit.database.Columns.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The table {@code reports}. {@code mine} are the groups that a caller is limited to, absent when they are not: such callers have the reports
 * that tell of nothing but those.
 */
@Repository
public class ReportRows {

    private static final Logger log = LoggerFactory.getLogger(ReportRows.class);

    private static final String IS_MINE =
            "(CAST(:mine AS text[]) IS NULL OR (group_jids <> '{}' AND group_jids <@ CAST(:mine AS text[])))";

    private final DatabaseClient database;

    ReportRows(DatabaseClient database) {
        this.database = database;
    }

    /** Whoever asks. */
    public Mono<PlannedReport> find(UUID id) {
        return find(id, null);
    }

    public Mono<PlannedReport> find(UUID id, @Nullable Set<String> mine) {
        return seenBy(mine, database.sql("SELECT * FROM reports WHERE id = :id AND " + IS_MINE))
                .bind("id", id)
                .map(ReportRowMapping::read)
                .one();
    }

    /** The oldest first. */
    public Flux<PlannedReport> list(@Nullable Set<String> mine, ListedAfter after, int limit) {
        return seenBy(
                        mine,
                        database.sql("SELECT * FROM reports WHERE (created_at, id) > (:createdAt, :id) AND " + IS_MINE
                                + " ORDER BY created_at, id LIMIT :limit"))
                .bind("createdAt", after.createdAt())
                .bind("id", after.id())
                .bind("limit", limit)
                .map(ReportRowMapping::read)
                .all();
    }

    /** Emits whether it was added: not when its key was used, nor when there are as many as may be. Two at once may pass that by one. */
    Mono<Boolean> add(Report report, MadeWith with, @Nullable Instant nextDueAt, int most) {
        return ReportRowMapping.bind(database.sql("""
                        INSERT INTO reports (id, name, type, schedule, at, day, cron, zone, recipients, group_jids, searches, language,
                            statistics, active, next_due_at, created_at, changed_at, created_by, idempotency_key, content_hash)
                        SELECT :id, :name, :type, :schedule, :at, :day, :cron, :zone, :recipients, :groups, CAST(:searches AS jsonb), :language,
                            :statistics, :active, :next, :createdAt, :changedAt, :subject, :key, :hash
                        WHERE (SELECT count(*) FROM reports) < :most
                        ON CONFLICT (created_by, idempotency_key) DO NOTHING
                        """), report)
                .bind("next", Parameter.fromOrEmpty(nextDueAt, Instant.class))
                .bind("createdAt", report.createdAt())
                .bind("subject", with.subject())
                .bind("key", Parameter.fromOrEmpty(with.key(), String.class))
                .bind("hash", with.contentHash())
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** What was made with this key; empty when nothing was, or it was removed since. */
    Mono<Made> madeWith(String subject, String key) {
        return database.sql("SELECT id, content_hash FROM reports WHERE created_by = $1 AND idempotency_key = $2")
                .bind(0, subject)
                .bind(1, key)
                .map(row -> new Made(value(row, "id", UUID.class), value(row, "content_hash", String.class)))
                .one();
    }

    record Made(UUID id, String contentHash) {}

    /** Emits whether it is there. What is due stays so while nothing is changed that says when. */
    Mono<Boolean> change(Report report, @Nullable Instant nextDueAt, @Nullable Set<String> mine) {
        return seenBy(mine, ReportRowMapping.bind(database.sql("""
                        UPDATE reports SET name = :name, type = :type, schedule = :schedule, at = :at, day = :day, cron = :cron, zone = :zone,
                            recipients = :recipients, group_jids = :groups, searches = CAST(:searches AS jsonb), language = :language,
                            statistics = :statistics, active = :active, changed_at = :changedAt,
                            previous_until = CASE WHEN type = :type THEN previous_until END,
                            next_due_at = CASE WHEN (schedule, at, day, cron, zone, active) IS DISTINCT FROM
                                (:schedule, CAST(:at AS time), CAST(:day AS int), CAST(:cron AS text), :zone, :active)
                                THEN :next ELSE next_due_at END
                        WHERE id = :id AND
                        """ + IS_MINE), report))
                .bind("next", Parameter.fromOrEmpty(nextDueAt, Instant.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Emits whether it was there. */
    Mono<Boolean> remove(UUID id, @Nullable Set<String> mine) {
        return seenBy(mine, database.sql("DELETE FROM reports WHERE id = :id AND " + IS_MINE))
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /**
     * The longest due first; theirs alone until the transaction ends, in which this must be asked. One that cannot be read keeps none of the
     * others back: it is logged and put off by whole days, so that it is logged again while it is so, and goes on when it can be read.
     */
    public Flux<DueReport> lockDue(Instant now, int most) {
        return database.sql("""
                SELECT * FROM reports WHERE active AND next_due_at <= $1 ORDER BY next_due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
                """)
                .bind(0, now)
                .bind(1, most)
                .map(Due::read)
                .all()
                // one connection: all rows are to be read before the next statement is answered
                .collectList()
                .flatMapMany(all -> Flux.fromIterable(all)
                        .concatMap(due -> due.report() == null ? putOff(due.id(), now) : Mono.just(due.report())));
    }

    /** @param report absent when it cannot be read */
    private record Due(UUID id, @Nullable DueReport report) {

        static Due read(Readable row) {
            UUID id = value(row, "id", UUID.class);
            try {
                PlannedReport planned = ReportRowMapping.read(row);
                return new Due(
                        id,
                        new DueReport(
                                planned.report(),
                                Objects.requireNonNull(planned.nextDueAt()),
                                planned.previousUntil()));
            } catch (RuntimeException error) {
                // what it says can have parts of the row
                log.error(
                        "Report {} is due and cannot be read, it is looked at again in a day: {}",
                        id,
                        error.getClass().getSimpleName());
                return new Due(id, null);
            }
        }
    }

    private Mono<DueReport> putOff(UUID id, Instant now) {
        return database.sql("""
                UPDATE reports SET next_due_at = next_due_at
                    + interval '24 hours' * (1 + floor(extract(epoch FROM CAST(:now AS timestamptz) - next_due_at) / 86400))
                WHERE id = :id
                """)
                .bind("now", now)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .then(Mono.empty());
    }

    /** Nobody removes it until the transaction ends. */
    public Mono<Void> lock(UUID id) {
        return database.sql("SELECT id FROM reports WHERE id = $1 FOR NO KEY UPDATE")
                .bind(0, id)
                .fetch()
                .rowsUpdated()
                .then();
    }

    public Mono<Void> reschedule(UUID id, @Nullable Instant nextDueAt) {
        return database.sql("UPDATE reports SET next_due_at = :next WHERE id = :id")
                .bind("next", Parameter.fromOrEmpty(nextDueAt, Instant.class))
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** A run has told everything before this moment; never moves back. */
    public Mono<Void> toldUntil(UUID id, Instant until) {
        return database.sql("UPDATE reports SET previous_until = GREATEST(previous_until, $2) WHERE id = $1")
                .bind(0, id)
                .bind(1, until)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static GenericExecuteSpec seenBy(@Nullable Set<String> mine, GenericExecuteSpec statement) {
        return statement.bind(
                "mine", Parameter.fromOrEmpty(mine == null ? null : mine.toArray(String[]::new), String[].class));
    }
}
