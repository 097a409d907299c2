package groupwatch.store.stats;

import static groupwatch.kit.database.Columns.first;
import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.MessageType;
import groupwatch.store.activity.CountedTypes;
import groupwatch.store.activity.FreshPlans;
import groupwatch.store.stats.Counts.OfHour;
import groupwatch.store.stats.Counts.OfSender;
import groupwatch.store.stats.StatsPeriod.Span;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Counts a chat's activity: one statement, so that all figures are of one moment and add up. */
@Repository
class ActivityCounts {

    // hours by the local clock, senders under each identity: two groupings of the same rows
    private static final String COUNT = """
            WITH span AS (
                SELECT * FROM unnest($3::text[]::timestamptz[], $4::text[]::timestamptz[], $5::int[])
                    AS span(begins, ends, shift)),
            counted AS (
                SELECT a.*, a.quarter >= $7 AS current,
                    CASE WHEN a.quarter >= $7 AND a.type = ANY($9) THEN
                        floor((date_part('epoch', a.quarter) + s.shift) / 3600)::bigint END AS hour
                FROM store.activity_now a JOIN span s ON a.quarter >= s.begins AND a.quarter < s.ends
                WHERE a.scope = $1 AND a.chat = ANY($2) AND a.quarter >= $6 AND a.quarter < $8),
            grouped AS (
                SELECT hour, current, sender_phone, sender_lid, from_me, accounts, type,
                    sum(messages)::bigint AS messages, sum(edited)::bigint AS edited, sum(revoked)::bigint AS revoked
                FROM counted
                GROUP BY GROUPING SETS ((hour), (current, sender_phone, sender_lid, from_me, accounts, type))
                HAVING grouping(hour) = 1 OR hour IS NOT NULL)
            SELECT g.*, a.account FROM grouped g LEFT JOIN LATERAL (
                -- who sent from a linked account that the gateway did not name, as MessageLoader has it
                SELECT min(jid) AS account FROM store.accounts WHERE instance = ANY(g.accounts)
                HAVING count(DISTINCT jid) = 1) a ON g.accounts <> '{}'
            """;

    // a mark will do: there is none where nothing was ever stored
    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM store.groups WHERE group_jid = $1)
                OR EXISTS (SELECT FROM store.activity WHERE scope = $1 AND chat = ANY($2))
                OR EXISTS (SELECT FROM store.activity_dirty WHERE scope = $1 AND chat = ANY($2))
            """;

    private final DatabaseClient database;
    private final FreshPlans freshPlans;

    ActivityCounts(DatabaseClient database, FreshPlans freshPlans) {
        this.database = database;
        this.freshPlans = freshPlans;
    }

    Mono<Boolean> knows(CountedChat chat) {
        return database.sql(KNOWN)
                .bind(0, chat.scope())
                .bind(1, chat.identities().toArray(String[]::new))
                .map(row -> first(row, Boolean.class))
                .one();
    }

    /** Of the period and of the one before. */
    Mono<Counts> count(CountedChat chat, StatsPeriod period) {
        Instant begins = period.before().begins();
        List<Span> spans = new StatsPeriod(period.before().from(), period.to(), period.zone()).spans();
        return database.sql(COUNT)
                .bind(0, chat.scope())
                .bind(1, chat.identities().toArray(String[]::new))
                .bind(2, texts(spans, Span::begins))
                .bind(3, texts(spans, Span::ends))
                .bind(4, spans.stream().map(Span::shift).toArray(Integer[]::new))
                .bind(5, begins)
                .bind(6, period.begins())
                .bind(7, period.ends())
                .bind(8, CountedTypes.words())
                .map(row -> row(row, chat))
                .all()
                .collectList()
                .as(freshPlans::of)
                .map(Counts::of);
    }

    private static String[] texts(List<Span> spans, Function<Span, Instant> time) {
        return spans.stream().map(span -> time.apply(span).toString()).toArray(String[]::new);
    }

    private static Counts.Row row(Readable row, CountedChat chat) {
        Long hour = row.get("hour", Long.class);
        return hour != null
                ? new OfHour(hour, value(row, "messages", Long.class))
                : new OfSender(
                        value(row, "current", Boolean.class),
                        sender(row, chat),
                        MessageType.of(text(row, "type")),
                        value(row, "messages", Long.class),
                        value(row, "edited", Long.class),
                        value(row, "revoked", Long.class));
    }

    private static Identities sender(Readable row, CountedChat chat) {
        Identities named = Identities.of(Jid.parse(text(row, "sender_phone")), Jid.parse(text(row, "sender_lid")));
        if (named.known()) {
            return named;
        }
        return value(row, "from_me", Boolean.class)
                ? Identities.of(Jid.parse(row.get("account", String.class)))
                : chat.otherSide();
    }
}
