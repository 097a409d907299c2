package groupwatch.store.partition;

import groupwatch.kit.database.Columns;
import io.r2dbc.spi.R2dbcException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Makes sure that rows find their partition. What exists is remembered, so asking again costs nothing; replicas and
 * concurrent batches may ask for the same one.
 *
 * <p>Ask outside of the transaction that writes the rows: attaching a table takes a lock that would otherwise last as
 * long as that transaction. Errors are those of the database; asking again makes sense.
 */
@Component
public class Partitions {

    /** WhatsApp began in 2009; older times are wrong clocks and live in the default partition. */
    private static final YearMonth FIRST = YearMonth.of(2009, 1);

    private static final int MONTHS_IN_REACH = 12;
    private static final int PATIENCE_TO_CREATE = 20;
    private static final int PATIENCE_TO_DROP = 5;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String MONTHS = """
            SELECT replace(right(relname, 7), '_', '-') FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent = 'store.messages'::regclass AND relname ~ '^messages_\\d{4}_\\d\\d$' ORDER BY 1
            """;

    private final DatabaseClient database;
    private final Clock clock;
    private final Set<YearMonth> months = ConcurrentHashMap.newKeySet();
    private final Set<LocalDate> days = ConcurrentHashMap.newKeySet();

    Partitions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The months (UTC) of messages. A month before 2009 or more than a year ahead needs no partition of its own. */
    public Mono<Void> ensure(Set<YearMonth> wanted) {
        return Flux.fromIterable(missing(wanted)).concatMap(this::createMonth).then();
    }

    /** The days (UTC) of raw events. */
    public Mono<Void> ensureRawDays(Set<LocalDate> wanted) {
        return Flux.fromIterable(wanted)
                .filter(day -> !days.contains(day))
                .sort()
                .concatMap(this::createDay)
                .then();
    }

    /** Drops the raw events received before that day and tells how many days went. */
    public Mono<Integer> dropRawDaysBefore(LocalDate day) {
        return database.sql("SELECT store.drop_raw_days_before($1)")
                .bind(0, day)
                .map(row -> Columns.first(row, Integer.class))
                .one()
                .doOnNext(dropped -> days.removeIf(known -> known.isBefore(day)));
    }

    /** The months that messages have partitions of, oldest first. */
    public Flux<YearMonth> months() {
        return database.sql(MONTHS)
                .map(row -> YearMonth.parse(Columns.first(row, String.class)))
                .all();
    }

    /** Drops a month that holds no message; false when it holds one, is not there, or somebody does not stop reading it. */
    public Mono<Boolean> dropMonth(YearMonth month) {
        return call("SELECT store.drop_message_month($1)", month.atDay(1), PATIENCE_TO_DROP)
                .onErrorResume(Partitions::isLocked, error -> Mono.just(false))
                .doOnNext(dropped -> months.remove(month));
    }

    /** Has the database asked again: other replicas drop months too. */
    void forget() {
        months.clear();
    }

    private Collection<YearMonth> missing(Set<YearMonth> wanted) {
        YearMonth last = YearMonth.now(clock).plusMonths(MONTHS_IN_REACH);
        return wanted.stream()
                .filter(month -> !month.isBefore(FIRST) && !month.isAfter(last) && !months.contains(month))
                .sorted()
                .toList();
    }

    private Mono<Boolean> createMonth(YearMonth month) {
        return call("SELECT store.ensure_message_month($1)", month.atDay(1), PATIENCE_TO_CREATE)
                .filter(created -> created)
                .doOnNext(created -> months.add(month));
    }

    private Mono<Boolean> createDay(LocalDate day) {
        return call("SELECT store.ensure_raw_day($1)", day, PATIENCE_TO_CREATE).doOnNext(created -> days.add(day));
    }

    private Mono<Boolean> call(String sql, LocalDate from, int attempts) {
        return database.sql(sql)
                .bind(0, from)
                .map(row -> Columns.first(row, Boolean.class))
                .one()
                .retryWhen(untilUnlocked(attempts));
    }

    /** The functions give up on a lock after a second, so that nobody queues behind them; then it is tried again. */
    private static Retry untilUnlocked(int attempts) {
        return Retry.backoff(attempts, Duration.ofMillis(50))
                .maxBackoff(Duration.ofSeconds(1))
                .filter(Partitions::isLocked);
    }

    private static boolean isLocked(Throwable error) {
        return NestedExceptionUtils.getMostSpecificCause(error) instanceof R2dbcException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSqlState());
    }
}
