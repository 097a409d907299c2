package groupwatch.watchdog.coverage;

import groupwatch.kit.database.Binding;
import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/**
 * Reads the ledger, and with it the days of which only the link's down-time is known: of the account, or of each group that is asked for and
 * is the account's, or may be as long as its groups were not fetched.
 */
@Repository
class CoverageDays {

    private static final String DAYS = """
            WITH down AS (
                SELECT DISTINCT account, CAST(day AS date) AS day FROM outages
                CROSS JOIN LATERAL generate_series(
                    date_trunc('day', greatest(from_at, CAST($1 AS timestamptz))),
                    least(coalesce(to_at, $3), CAST($2 AS timestamptz)) - interval '1 microsecond', '1 day') AS day
                WHERE from_at < CAST($2 AS timestamptz) AND coalesce(to_at, $3) > CAST($1 AS timestamptz)),
            days AS (
                SELECT account, chat, day, webhook, history, filled_in, as_of FROM coverage
                WHERE day >= $1 AND day < $2 AND ($4::text IS NULL OR account = $4)
                    AND ($5::text[] IS NULL OR chat = ANY($5))
                UNION ALL
                SELECT account, '', day, 0, 0, 0, NULL FROM down
                WHERE $5::text[] IS NULL AND ($4::text IS NULL OR account = $4)
                    AND NOT EXISTS (SELECT FROM coverage known WHERE known.account = down.account AND known.day = down.day)
                UNION ALL
                SELECT account, asked.chat, day, 0, 0, 0, NULL FROM down CROSS JOIN unnest($5::text[]) AS asked(chat)
                WHERE ($4::text IS NULL OR account = $4)
                    AND NOT EXISTS (SELECT FROM coverage known
                        WHERE known.account = down.account AND known.day = down.day AND known.chat = asked.chat)
                    AND (EXISTS (SELECT FROM account_groups its WHERE its.account = down.account AND its.jid = asked.chat
                            AND its.seen_at IS NOT NULL AND (its.left_at IS NULL OR its.left_at >= down.day))
                        OR NOT EXISTS (SELECT FROM group_syncs known
                            WHERE known.account = down.account AND known.done_at IS NOT NULL)))
            SELECT days.*, (SELECT count(*) FROM resync_suspects suspect WHERE suspect.account = days.account
                AND suspect.chat = days.chat AND suspect.day = days.day AND suspect.state = 'missing') AS missing
            FROM days WHERE (day, account COLLATE "C", chat COLLATE "C") > ($6, $7, $8)
            ORDER BY day, account COLLATE "C", chat COLLATE "C" LIMIT $9
            """;

    private final DatabaseClient database;
    private final Clock clock;

    CoverageDays(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * In the order of days, accounts and groups.
     *
     * @param until the day after the last
     * @param account absent: all
     * @param groups absent: all
     */
    Flux<CoverageDay> list(
            LocalDate from,
            LocalDate until,
            @Nullable String account,
            @Nullable Collection<String> groups,
            CoverageCursor after,
            int limit) {
        var query = database.sql(DAYS)
                .bind(0, from)
                .bind(1, until)
                .bind(2, clock.instant())
                .bind(5, after.day())
                .bind(6, after.account())
                .bind(7, after.chat())
                .bind(8, limit);
        return Binding.texts(Binding.text(query, 3, account), 4, groups)
                .map(CoverageDays::day)
                .all();
    }

    private static CoverageDay day(Readable row) {
        return new CoverageDay(
                Columns.text(row, "account"),
                Columns.text(row, "chat"),
                Columns.value(row, "day", LocalDate.class),
                Columns.value(row, "webhook", Long.class),
                Columns.value(row, "history", Long.class),
                Columns.value(row, "filled_in", Long.class),
                Columns.value(row, "missing", Long.class),
                row.get("as_of", Instant.class));
    }
}
