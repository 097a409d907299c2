package groupwatch.report.run;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.report.content.ReportContent;
import groupwatch.report.plan.LastRun;
import groupwatch.report.plan.LastRuns;
import groupwatch.report.plan.Report;
import groupwatch.report.schedule.Period;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code runs}. */
@Repository
class RunRows implements LastRuns {

    /** All but the content, which can be large. */
    private static final String COLUMNS =
            "id, report, due_at, by_hand, first_day, last_day, from_at, until_at, zone, state, built_at, reason, ended_at";

    private final DatabaseClient database;
    private final JsonMapper json;

    RunRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Once a due time. Emits whether it is new. */
    Mono<Boolean> add(Run run, Instant now) {
        return database.sql("""
                INSERT INTO runs (id, report_id, due_at, by_hand, report, first_day, last_day, from_at, until_at, zone, state, reason,
                    made_at, ended_at)
                VALUES (:id, :reportId, :dueAt, :byHand, CAST(:report AS jsonb), :firstDay, :lastDay, :from, :until, :zone, :state,
                    :reason, :now, :endedAt)
                ON CONFLICT DO NOTHING
                """)
                .bind("id", run.id())
                .bind("reportId", run.report().id())
                .bind("dueAt", run.dueAt())
                .bind("byHand", run.byHand())
                .bind("report", json.writeValueAsString(run.report()))
                .bind("firstDay", run.period().firstDay())
                .bind("lastDay", run.period().lastDay())
                .bind("from", run.period().from())
                .bind("until", run.period().until())
                .bind("zone", run.period().zone().getId())
                .bind("state", run.state().word())
                .bind("reason", Parameter.fromOrEmpty(run.reason(), String.class))
                .bind("now", now)
                .bind("endedAt", Parameter.fromOrEmpty(run.endedAt(), Instant.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Empty when its report was removed. */
    Mono<Run> find(UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM runs WHERE id = $1")
                .bind(0, id)
                .map(this::read)
                .one();
    }

    /** The row is locked until the transaction ends: who ends the run, and who counts its mails, wait for each other. */
    Mono<Run> lock(UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM runs WHERE id = $1 FOR UPDATE")
                .bind(0, id)
                .map(this::read)
                .one();
    }

    /** Empty when it is not kept any more. */
    Mono<ReportContent> content(UUID id) {
        return database.sql("SELECT content FROM runs WHERE id = $1 AND content IS NOT NULL")
                .bind(0, id)
                .map(row -> json.readValue(text(row, "content"), ReportContent.class))
                .one();
    }

    Mono<Void> built(UUID id, ReportContent content, Instant now) {
        return database.sql("UPDATE runs SET state = 'sending', content = $2::jsonb, built_at = $3 WHERE id = $1")
                .bind(0, id)
                .bind(1, json.writeValueAsString(content))
                .bind(2, now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Its content is not needed any more. */
    Mono<Void> end(UUID id, RunState state, @Nullable String reason, Instant now) {
        return database.sql("""
                UPDATE runs SET state = :state, reason = COALESCE(:reason, reason), ended_at = :now, content = NULL
                WHERE id = :id AND ended_at IS NULL
                """)
                .bind("id", id)
                .bind("state", state.word())
                .bind("reason", Parameter.fromOrEmpty(reason, String.class))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Why its content could not be made yet. */
    Mono<Void> delayed(UUID id, String reason) {
        return database.sql("UPDATE runs SET reason = $2 WHERE id = $1 AND ended_at IS NULL")
                .bind(0, id)
                .bind(1, reason)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** The newest first. */
    Flux<Run> list(UUID report, RunCursor before, int limit) {
        return database.sql(
                        "SELECT " + COLUMNS
                                + " FROM runs WHERE report_id = $1 AND (due_at, id) < ($2, $3) ORDER BY due_at DESC, id DESC LIMIT $4")
                .bind(0, report)
                .bind(1, before.dueAt())
                .bind(2, before.id())
                .bind(3, limit)
                .map(this::read)
                .all();
    }

    /** What ended and the topic does not know yet, the oldest first. */
    Flux<Run> toTell(int limit) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM runs WHERE ended_at IS NOT NULL AND NOT told ORDER BY ended_at LIMIT $1")
                .bind(0, limit)
                .map(this::read)
                .all();
    }

    /** Emits whether this is the first to say so. */
    Mono<Boolean> told(UUID id) {
        return database.sql("UPDATE runs SET told = true WHERE id = $1 AND NOT told")
                .bind(0, id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Void> forgetEndedBefore(Instant time) {
        return database.sql("DELETE FROM runs WHERE ended_at < $1 AND told")
                .bind(0, time)
                .fetch()
                .rowsUpdated()
                .then();
    }

    @Override
    public Mono<Map<UUID, LastRun>> of(Collection<UUID> reports) {
        return database.sql("""
                SELECT DISTINCT ON (report_id) report_id, due_at, state FROM runs WHERE report_id = ANY ($1)
                ORDER BY report_id, due_at DESC, id DESC
                """)
                .bind(0, reports.toArray(UUID[]::new))
                .map(row -> Map.entry(
                        value(row, "report_id", UUID.class),
                        new LastRun(value(row, "due_at", Instant.class), text(row, "state"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Run read(Readable row) {
        return new Run(
                value(row, "id", UUID.class),
                json.readValue(text(row, "report"), Report.class),
                value(row, "due_at", Instant.class),
                value(row, "by_hand", Boolean.class),
                new Period(
                        value(row, "first_day", LocalDate.class),
                        value(row, "last_day", LocalDate.class),
                        value(row, "from_at", Instant.class),
                        value(row, "until_at", Instant.class),
                        ZoneId.of(text(row, "zone"))),
                RunState.of(text(row, "state")),
                row.get("built_at", Instant.class),
                row.get("reason", String.class),
                row.get("ended_at", Instant.class));
    }
}
