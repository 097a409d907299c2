package groupwatch.store.search.find;

import static groupwatch.kit.database.Columns.text;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The months that messages lie in, as spans of time: each is one table, and a query on it alone. */
@Repository
class Months {

    private static final String TABLES = """
            SELECT relname::text AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent = 'store.messages'::regclass AND relname ~ '^messages_\\d{4}_\\d\\d$'
            ORDER BY relname DESC
            """;

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'messages_'yyyy_MM");

    private final DatabaseClient database;

    Months(DatabaseClient database) {
        this.database = database;
    }

    /** Newest first and without a gap: what is between the months and beyond them may lie in the default table. */
    Mono<List<TimeRange>> within(TimeRange range) {
        return database.sql(TABLES)
                .map(row -> YearMonth.parse(text(row, "name"), NAME))
                .all()
                .collectList()
                .map(months -> spans(months, range));
    }

    static List<TimeRange> spans(List<YearMonth> newestFirst, TimeRange range) {
        List<TimeRange> spans = new ArrayList<>();
        Instant end = range.to();
        for (YearMonth month : newestFirst) {
            add(spans, new TimeRange(start(month.plusMonths(1)), end), range);
            TimeRange span = new TimeRange(start(month), start(month.plusMonths(1)));
            add(spans, span, range);
            end = span.from();
        }
        add(spans, new TimeRange(range.from(), end), range);
        return spans;
    }

    private static void add(List<TimeRange> spans, TimeRange span, TimeRange range) {
        TimeRange clipped = span.within(range);
        if (!clipped.isEmpty()) {
            spans.add(clipped);
        }
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
