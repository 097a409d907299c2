package groupwatch.store.search.find;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a search. Each has one branch a month, newest first; PostgreSQL works them off one after the other and
 * stops when the limit is reached, so months that are not needed cost their planning and no more.
 */
final class HitSql {

    /** So many of the newest hits are compared by rank. */
    static final int RANKED = 10_000;

    /** More rows than these take longer than asking the index for what is that rare. */
    private static final int WALKED = 4_000;

    private static final String NEWEST_FIRST = "ORDER BY sent_at DESC, id DESC, scope DESC";

    private HitSql() {}

    /** Reads the newest rows one by one: quick for what is common. */
    static String walk(Statement statement, Plan plan, List<TimeRange> spans, @Nullable Place after, int limit) {
        String chat = plan.chat() == null ? "" : " AND m.chat = " + statement.value(plan.chat());
        String rows = union(spans, span ->
                """
                (SELECT scope, id, sent_at, chat, is_group, words FROM store.messages m
                WHERE %s%s%s %s LIMIT %d)""".formatted(within(statement, span), after(statement, after), chat, NEWEST_FIRST, WALKED));
        return "SELECT scope, id, sent_at, 0::float8 AS rank FROM (SELECT * FROM (%s) n LIMIT %d) m WHERE %s LIMIT %d"
                .formatted(rows, WALKED, plan.condition().sql(statement), limit);
    }

    /** Asks the index of words month by month: quick for what is rare. */
    static String look(Statement statement, Plan plan, List<TimeRange> spans, @Nullable Place after, int limit) {
        return "SELECT scope, id, sent_at, 0::float8 AS rank FROM (%s) m LIMIT %d"
                .formatted(branches(statement, plan, spans, "", after(statement, after), limit), limit);
    }

    /**
     * The best of the newest hits, with the span of time they are from and their number.
     *
     * @param most hits that are compared
     */
    static String rank(
            Statement statement, Plan plan, List<TimeRange> spans, @Nullable SearchCursor after, long most, int limit) {
        String rank = ", ts_rank(m.words, %s::tsquery, 1)::float8 AS rank".formatted(statement.value(plan.rankBy()));
        String hits = branches(statement, plan, spans, rank, "", most);
        return """
                SELECT * FROM (
                    SELECT *, count(*) OVER () AS hits, min(sent_at) OVER () AS oldest, max(sent_at) OVER () AS newest
                    FROM (SELECT * FROM (%s) h LIMIT %d) h) m
                WHERE %s ORDER BY rank DESC, sent_at DESC, id DESC, scope DESC LIMIT %d
                """.formatted(hits, most, afterRanked(statement, after), limit);
    }

    // OFFSET 0 is a fence: PostgreSQL would rather walk along the time, which takes forever where there is no hit
    private static String branches(
            Statement statement, Plan plan, List<TimeRange> spans, String columns, String after, long limit) {
        String condition = plan.condition().sql(statement);
        return union(
                spans, span -> """
                (SELECT * FROM (SELECT m.scope, m.id, m.sent_at%s FROM store.messages m WHERE %s%s AND %s OFFSET 0) m
                %s LIMIT %d)""".formatted(columns, within(statement, span), after, condition, NEWEST_FIRST, limit));
    }

    private static String union(List<TimeRange> spans, Function<TimeRange, String> branch) {
        return spans.stream().map(branch).collect(Collectors.joining("\nUNION ALL\n"));
    }

    private static String within(Statement statement, TimeRange span) {
        return "m.sent_at >= %s AND m.sent_at < %s".formatted(statement.value(span.from()), statement.value(span.to()));
    }

    private static String after(Statement statement, @Nullable Place after) {
        return after == null
                ? ""
                : " AND (m.sent_at, m.id, m.scope) < (%s, %s, %s)"
                        .formatted(
                                statement.value(after.sentAt()),
                                statement.value(after.id()),
                                statement.value(after.scope()));
    }

    private static String afterRanked(Statement statement, @Nullable SearchCursor after) {
        SearchCursor.Window window = after == null ? null : after.window();
        return after == null || window == null
                ? "true"
                : "(rank, sent_at, id, scope) < (%s, %s, %s, %s)"
                        .formatted(
                                statement.value(window.rank()),
                                statement.value(after.last().sentAt()),
                                statement.value(after.last().id()),
                                statement.value(after.last().scope()));
    }
}
