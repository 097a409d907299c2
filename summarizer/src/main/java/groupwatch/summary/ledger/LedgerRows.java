package groupwatch.summary.ledger;

import groupwatch.events.summary.TokenCount;
import groupwatch.kit.database.Columns;
import groupwatch.summary.model.Purpose;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger's table. */
@Component
class LedgerRows {

    private final DatabaseClient database;

    LedgerRows(DatabaseClient database) {
        this.database = database;
    }

    /** Adds to what is there. */
    Mono<Void> add(Usage usage) {
        return database.sql("""
                INSERT INTO ledger AS l (day, group_jid, purpose, provider, model, calls, input_tokens, output_tokens, cost)
                VALUES (:day, :group, :purpose, :provider, :model, :calls, :input, :output, :cost)
                ON CONFLICT (day, group_jid, purpose, provider, model) DO UPDATE SET
                    calls = l.calls + excluded.calls,
                    input_tokens = l.input_tokens + excluded.input_tokens,
                    output_tokens = l.output_tokens + excluded.output_tokens,
                    cost = CASE WHEN l.cost IS NULL AND excluded.cost IS NULL THEN NULL
                        ELSE coalesce(l.cost, 0) + coalesce(excluded.cost, 0) END
                """)
                .bind("day", usage.day())
                .bind("group", usage.group() == null ? "" : usage.group())
                .bind("purpose", usage.purpose().word())
                .bind("provider", usage.provider())
                .bind("model", usage.model())
                .bind("calls", usage.calls())
                .bind("input", usage.tokens().input())
                .bind("output", usage.tokens().output())
                .bind("cost", Parameter.fromOrEmpty(usage.cost(), BigDecimal.class))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Of all groups and replicas. */
    Mono<Spent> spent(LocalDate day) {
        return database.sql("""
                SELECT coalesce(sum(cost), 0) AS usd, coalesce(sum(input_tokens + output_tokens), 0)::bigint AS tokens
                FROM ledger WHERE day = $1
                """)
                .bind(0, day)
                .map(row -> new Spent(
                        Columns.value(row, "usd", BigDecimal.class), Columns.value(row, "tokens", Long.class)))
                .one();
    }

    /**
     * By day, group, purpose, provider and model.
     *
     * @param groups only these; absent: all, and what was for several
     * @param after the last of the page before
     */
    Flux<Usage> between(
            LocalDate from, LocalDate to, @Nullable Collection<String> groups, @Nullable UsageKey after, int limit) {
        UsageKey last = after == null ? new UsageKey(LocalDate.of(1, 1, 1), "", "", "", "") : after;
        return database.sql("""
                SELECT * FROM ledger
                WHERE day BETWEEN :from AND :to AND (CAST(:groups AS text[]) IS NULL OR group_jid = ANY (:groups))
                    AND (day, group_jid, purpose, provider, model) > (:day, :group, :purpose, :provider, :model)
                ORDER BY day, group_jid, purpose, provider, model LIMIT :limit
                """)
                .bind("from", from)
                .bind("to", to)
                .bind(
                        "groups",
                        groups == null
                                ? Parameter.empty(String[].class)
                                : Parameter.from(groups.toArray(String[]::new)))
                .bind("day", last.day())
                .bind("group", last.group())
                .bind("purpose", last.purpose())
                .bind("provider", last.provider())
                .bind("model", last.model())
                .bind("limit", limit)
                .map(LedgerRows::usage)
                .all();
    }

    private static Usage usage(Readable row) {
        String group = Columns.text(row, "group_jid");
        return new Usage(
                Columns.value(row, "day", LocalDate.class),
                group.isEmpty() ? null : group,
                Purpose.valueOf(Columns.text(row, "purpose").toUpperCase(Locale.ROOT)),
                Columns.text(row, "provider"),
                Columns.text(row, "model"),
                Columns.value(row, "calls", Long.class),
                new TokenCount(
                        Columns.value(row, "input_tokens", Long.class),
                        Columns.value(row, "output_tokens", Long.class)),
                row.get("cost", BigDecimal.class));
    }
}
