package groupwatch.watchdog.coverage;

import groupwatch.kit.database.Columns;
import groupwatch.watchdog.duty.Rests;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Days of groups that are to be counted anew. Of direct chats no days are counted. */
@Repository
public class DueDays {

    /** What was published just now has arrived by then. */
    private static final Duration SOON = Duration.ofSeconds(30);

    /** As long, none is looked for after none was due, unless one is marked. */
    private static final Duration REST = Duration.ofMinutes(1);

    private static final String MARK = """
            INSERT INTO coverage_due AS known (account, chat, day, compared, marks, due_at)
            SELECT $1, chat, day, $4, 1, $5 FROM unnest($2::text[], $3::date[]) AS marked(chat, day)
            ON CONFLICT (account, chat, day) DO UPDATE SET compared = known.compared OR excluded.compared,
                marks = known.marks + 1, due_at = least(known.due_at, excluded.due_at)
            """;

    /**
     * @param compared whether the day is known to be without messages where the message store tells of none
     * @param marks how often it was marked
     */
    record Due(String chat, LocalDate day, boolean compared, long marks) {}

    private final DatabaseClient database;
    private final Clock clock;
    private final Rests rests = new Rests();

    DueDays(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** They were compared with Evolution's. */
    public Mono<Void> compared(String account, Map<String, Set<LocalDate>> days) {
        return mark(account, days, true, clock.instant().plus(SOON));
    }

    /** Something of them has arrived. */
    public Mono<Void> changed(String account, String chat, Set<LocalDate> days) {
        return mark(account, Map.of(chat, days), true, clock.instant());
    }

    /** Something was said in them. */
    Mono<Void> active(String account, Map<String, Set<LocalDate>> days) {
        return mark(account, days, false, clock.instant());
    }

    private Mono<Void> mark(String account, Map<String, Set<LocalDate>> days, boolean compared, Instant dueAt) {
        List<String> chats = new ArrayList<>();
        List<LocalDate> ofChats = new ArrayList<>();
        days.forEach((chat, of) -> {
            if (chat.endsWith("@g.us")) {
                of.stream().filter(this::isOfTheLedger).forEach(day -> {
                    chats.add(chat);
                    ofChats.add(day);
                });
            }
        });
        rests.wakeAt(account, dueAt);
        return chats.isEmpty()
                ? Mono.empty()
                : database.sql(MARK)
                        .bind(0, account)
                        .bind(1, chats.toArray(String[]::new))
                        .bind(2, ofChats.toArray(LocalDate[]::new))
                        .bind(3, compared)
                        .bind(4, dueAt)
                        .then();
    }

    /** Senders' clocks can be years wrong. */
    private boolean isOfTheLedger(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return !day.isBefore(today.minus(Ledger.KEPT)) && !day.isAfter(today.plusDays(1));
    }

    /** Those of one group that are due, up to 400. */
    Flux<Due> next(String account) {
        return Flux.defer(() -> rests.isResting(account, clock.instant()) ? Flux.empty() : lookFor(account));
    }

    private Flux<Due> lookFor(String account) {
        Instant now = clock.instant();
        return database.sql("""
                SELECT chat, day, compared, marks FROM coverage_due WHERE account = $1 AND due_at <= $2 AND chat = (
                    SELECT chat FROM coverage_due WHERE account = $1 AND due_at <= $2 ORDER BY due_at LIMIT 1)
                ORDER BY day DESC LIMIT 400
                """)
                .bind(0, account)
                .bind(1, now)
                .map(DueDays::due)
                .all()
                .switchIfEmpty(Flux.defer(() -> {
                    rests.rest(account, now, now.plus(REST));
                    return Flux.empty();
                }));
    }

    /** Those marked again meanwhile stay. */
    Mono<Void> counted(String account, Collection<Due> days) {
        return database.sql("""
                DELETE FROM coverage_due due USING unnest($2::text[], $3::date[], $4::bigint[]) AS counted(chat, day, marks)
                WHERE due.account = $1 AND due.chat = counted.chat AND due.day = counted.day AND due.marks = counted.marks
                """)
                .bind(0, account)
                .bind(1, days.stream().map(Due::chat).toArray(String[]::new))
                .bind(2, days.stream().map(Due::day).toArray(LocalDate[]::new))
                .bind(3, days.stream().map(Due::marks).toArray(Long[]::new))
                .then();
    }

    /** The message store is away, or refuses. */
    Mono<Void> later(String account, String chat, Duration wait) {
        return database.sql("UPDATE coverage_due SET due_at = greatest(due_at, $3) WHERE account = $1 AND chat = $2")
                .bind(0, account)
                .bind(1, chat)
                .bind(2, clock.instant().plus(wait))
                .then();
    }

    private static Due due(Readable row) {
        return new Due(
                Columns.text(row, "chat"),
                Columns.value(row, "day", LocalDate.class),
                Columns.value(row, "compared", Boolean.class),
                Columns.value(row, "marks", Long.class));
    }
}
