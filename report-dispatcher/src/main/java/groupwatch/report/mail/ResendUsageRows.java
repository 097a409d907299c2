package groupwatch.report.mail;

import groupwatch.kit.database.Columns;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The table {@code mail_usage}. */
@Repository
class ResendUsageRows {

    private static final String PROVIDER = "resend";

    private final DatabaseClient database;

    ResendUsageRows(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Adds to what is there, of all replicas.
     *
     * @param mails that were taken
     */
    Mono<Void> add(LocalDate day, int mails, ResendAnswer answer) {
        return database.sql("""
                INSERT INTO mail_usage AS u (provider, day, mails, told_day, told_month)
                VALUES (:provider, :day, :mails, :toldDay, :toldMonth)
                ON CONFLICT (provider, day) DO UPDATE SET mails = u.mails + excluded.mails,
                    told_day = coalesce(excluded.told_day, u.told_day), told_month = coalesce(excluded.told_month, u.told_month)
                """)
                .bind("provider", PROVIDER)
                .bind("day", day)
                .bind("mails", mails)
                .bind("toldDay", Parameter.fromOrEmpty(answer.usedInDay(), Long.class))
                .bind("toldMonth", Parameter.fromOrEmpty(answer.usedInMonth(), Long.class))
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<ResendUsage> of(LocalDate day) {
        return database.sql("""
                SELECT coalesce(max(greatest(mails, told_day)) FILTER (WHERE day = :day), 0) AS today,
                    greatest(coalesce(sum(mails), 0), max(told_month))::bigint AS month
                FROM mail_usage WHERE provider = :provider AND day BETWEEN :first AND :day
                """)
                .bind("provider", PROVIDER)
                .bind("first", day.withDayOfMonth(1))
                .bind("day", day)
                .map(row -> new ResendUsage(
                        Columns.value(row, "today", Long.class), Columns.value(row, "month", Long.class)))
                .one();
    }
}
