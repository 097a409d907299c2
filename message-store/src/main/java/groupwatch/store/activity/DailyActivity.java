package groupwatch.store.activity;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How many messages groups had in each of some spans of time; exact at any moment, one statement for any number of groups. */
@Repository
public class DailyActivity {

    // lateral, so that each group is a walk along the index
    private static final String COUNTS = """
            SELECT g.jid, n.span, n.messages FROM unnest($1::text[]) AS g(jid), LATERAL (
                SELECT width_bucket(a.quarter, $2::text[]::timestamptz[]) AS span, sum(a.messages)::bigint AS messages
                FROM store.activity_now a
                WHERE a.scope = g.jid AND a.chat = g.jid AND a.quarter >= $3 AND a.quarter < $4 AND a.type = ANY($5)
                GROUP BY 1) n
            """;

    private record Count(String group, int span, long messages) {}

    private final DatabaseClient database;
    private final FreshPlans freshPlans;

    DailyActivity(DatabaseClient database, FreshPlans freshPlans) {
        this.database = database;
        this.freshPlans = freshPlans;
    }

    /**
     * The counts of each group that had messages.
     *
     * @param bounds in order, on quarters of an hour: one more than there are counts, for the end of a span is the next one's
     *     beginning
     */
    public Mono<Map<String, List<Long>>> counts(Collection<String> groups, List<Instant> bounds) {
        return database.sql(COUNTS)
                .bind(0, groups.toArray(String[]::new))
                .bind(1, bounds.stream().map(Instant::toString).toArray(String[]::new))
                .bind(2, bounds.getFirst())
                .bind(3, bounds.getLast())
                .bind(4, CountedTypes.words())
                .map(row -> new Count(
                        text(row, "jid"), value(row, "span", Integer.class), value(row, "messages", Long.class)))
                .all()
                .collectMultimap(Count::group)
                .as(freshPlans::of)
                .map(counts -> filled(counts, bounds.size() - 1));
    }

    private static Map<String, List<Long>> filled(Map<String, Collection<Count>> counts, int spans) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, group -> filled(group.getValue(), spans)));
    }

    private static List<Long> filled(Collection<Count> counts, int spans) {
        Long[] filled = Collections.nCopies(spans, 0L).toArray(Long[]::new);
        counts.forEach(count -> filled[count.span() - 1] = count.messages());
        return Arrays.asList(filled);
    }
}
