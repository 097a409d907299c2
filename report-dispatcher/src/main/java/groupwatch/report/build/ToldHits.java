package groupwatch.report.build;

import groupwatch.kit.database.Columns;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.KeywordAlert.Found;
import groupwatch.report.content.KeywordAlert.Hit;
import groupwatch.report.plan.Search;
import groupwatch.report.schedule.Period;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What keyword alerts have told, so that nothing is told twice. */
@Repository
public class ToldHits {

    private static final Duration KEPT = Duration.ofDays(30);

    /** Messages have times in microseconds. */
    private static final Duration JUST_AFTER = Duration.ofNanos(1000);

    private final DatabaseClient database;

    ToldHits(DatabaseClient database) {
        this.database = database;
    }

    /** Those that were told before. */
    Mono<Set<HitKey>> told(UUID report, Search search, Collection<HitKey> hits) {
        if (hits.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql("""
                SELECT chat, message FROM told_hits
                WHERE report_id = $1 AND search = $2
                  AND (chat, message) IN (SELECT * FROM unnest($3::text[], $4::text[]))
                """)
                .bind(0, report)
                .bind(1, hash(search))
                .bind(2, hits.stream().map(HitKey::chat).toArray(String[]::new))
                .bind(3, hits.stream().map(HitKey::message).toArray(String[]::new))
                .map(row -> new HitKey(Columns.text(row, "chat"), Columns.text(row, "message")))
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was sent before is not told. Empty when the search has never run. */
    Mono<Instant> since(UUID report, Search search) {
        return database.sql("SELECT since FROM told_searches WHERE report_id = $1 AND search = $2")
                .bind(0, report)
                .bind(1, hash(search))
                .map(row -> Columns.value(row, "since", Instant.class))
                .one();
    }

    /**
     * Remembers that a run tells this, also when it is nothing: from then on it is known what came in late. Belongs into the transaction that keeps
     * the run. Once more changes nothing.
     */
    public Mono<Void> mark(UUID report, KeywordAlert alert, Instant now) {
        List<Found> searched = alert.searches().stream()
                .filter(found -> found.problem() == null)
                .toList();
        return Flux.fromIterable(searched)
                .concatMap(found -> mark(report, alert.period(), found, now))
                .then(Mono.defer(() -> forget(report, alert, now)));
    }

    private Mono<Void> mark(UUID report, Period period, Found found, Instant now) {
        return ran(report, period, found).then(Mono.defer(() -> keep(report, found, now)));
    }

    /** Where there was more than could be named, nothing older than what was named is told by a later run. */
    private Mono<Void> ran(UUID report, Period period, Found found) {
        Instant passedOver = found.more() == 0 ? null : oldest(found.hits());
        return database.sql("""
                INSERT INTO told_searches AS s (report_id, search, since)
                VALUES (:report, :search, coalesce(CAST(:passedOver AS timestamptz), :from))
                ON CONFLICT (report_id, search) DO UPDATE SET since = greatest(s.since, CAST(:passedOver AS timestamptz))
                """)
                .bind("report", report)
                .bind("search", hash(found.search()))
                .bind("passedOver", Parameter.fromOrEmpty(passedOver, Instant.class))
                .bind("from", period.from())
                .then();
    }

    private static @Nullable Instant oldest(List<Hit> hits) {
        return hits.stream()
                .map(Hit::sentAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(time -> time.plus(JUST_AFTER))
                .orElse(null);
    }

    private Mono<Void> keep(UUID report, Found found, Instant now) {
        return database.sql("""
                INSERT INTO told_hits (report_id, search, chat, message, told_at)
                SELECT $1, $2, hit.chat, hit.message, $5 FROM unnest($3::text[], $4::text[]) AS hit (chat, message)
                ON CONFLICT DO NOTHING
                """)
                .bind(0, report)
                .bind(1, hash(found.search()))
                .bind(2, found.hits().stream().map(hit -> hit.group().jid()).toArray(String[]::new))
                .bind(3, found.hits().stream().map(Hit::message).toArray(String[]::new))
                .bind(4, now)
                .then();
    }

    /** What a run told before this one's period began was sent before it: looked back at for days, not for a month. */
    private Mono<Void> forget(UUID report, KeywordAlert alert, Instant now) {
        Instant kept = now.minus(KEPT);
        Instant before = alert.period().from().isBefore(kept) ? alert.period().from() : kept;
        String[] searches =
                alert.searches().stream().map(found -> hash(found.search())).toArray(String[]::new);
        return database.sql("DELETE FROM told_hits WHERE report_id = $1 AND told_at < $2")
                .bind(0, report)
                .bind(1, before)
                .then()
                .then(Mono.defer(
                        () -> database.sql("DELETE FROM told_searches WHERE report_id = $1 AND search <> ALL ($2)")
                                .bind(0, report)
                                .bind(1, searches)
                                .then()));
    }

    private static String hash(Search search) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(search.query().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
