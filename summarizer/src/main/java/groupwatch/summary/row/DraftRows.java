package groupwatch.summary.row;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.events.EventCodec;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.write.compose.Drafts;
import groupwatch.summary.write.compose.KeptDraft;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code drafts}. */
@Repository
class DraftRows implements Drafts {

    private static final Duration KEPT = Duration.ofDays(3);

    private final DatabaseClient database;
    private final Clock clock;

    DraftRows(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Flux<KeptDraft> find(String group, LocalDate day, String whole, Collection<String> parts) {
        return database.sql("""
                WITH gone AS (
                    DELETE FROM drafts WHERE group_jid = :group AND day = :day AND NOT (part_hash = ANY (:parts) OR day_hash = :whole))
                SELECT * FROM drafts WHERE group_jid = :group AND day = :day AND (part_hash = ANY (:parts) OR day_hash = :whole)
                    AND written_at > :since
                """)
                .bind("group", group)
                .bind("day", day)
                .bind("parts", parts.toArray(String[]::new))
                .bind("whole", whole)
                .bind("since", since())
                .map(DraftRows::read)
                .all();
    }

    @Override
    public Mono<Void> keep(String group, LocalDate day, String whole, KeptDraft draft) {
        return database.sql("""
                INSERT INTO drafts (group_jid, day, part_hash, day_hash, draft, model, calls, dropped, input_tokens, output_tokens, cost, written_at)
                VALUES (:group, :day, :hash, :whole, CAST(:draft AS jsonb), :model, :calls, :dropped, :input, :output, :cost, :now)
                ON CONFLICT (group_jid, day, part_hash) DO UPDATE SET day_hash = excluded.day_hash, draft = excluded.draft,
                    model = excluded.model, calls = excluded.calls, dropped = excluded.dropped, input_tokens = excluded.input_tokens,
                    output_tokens = excluded.output_tokens, cost = excluded.cost, written_at = excluded.written_at
                """)
                .bind("group", group)
                .bind("day", day)
                .bind("hash", draft.hash())
                .bind("whole", whole)
                .bind("draft", EventCodec.mapper().writeValueAsString(draft.content()))
                .bind("model", draft.model())
                .bind("calls", draft.calls())
                .bind("dropped", draft.dropped())
                .bind("input", draft.tokens().input())
                .bind("output", draft.tokens().output())
                .bind("cost", Parameter.fromOrEmpty(draft.cost(), BigDecimal.class))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .then();
    }

    @Override
    public Mono<Void> forget(String group, LocalDate day) {
        return database.sql("DELETE FROM drafts WHERE group_jid = $1 AND day = $2")
                .bind(0, group)
                .bind(1, day)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Of days that nobody came back to. */
    Mono<Void> forgetOld() {
        return database.sql("DELETE FROM drafts WHERE written_at <= $1")
                .bind(0, since())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Instant since() {
        return clock.instant().minus(KEPT);
    }

    private static KeptDraft read(Readable row) {
        return new KeptDraft(
                text(row, "part_hash"),
                EventCodec.mapper().readValue(text(row, "draft"), SummaryContent.class),
                text(row, "model"),
                value(row, "calls", Integer.class),
                value(row, "dropped", Integer.class),
                new TokenCount(value(row, "input_tokens", Long.class), value(row, "output_tokens", Long.class)),
                row.get("cost", BigDecimal.class));
    }
}
