package groupwatch.report.unsubscribe;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code suppressions}. Addresses are in lower case. */
@Repository
class SuppressionRows {

    private static final UUID ALL = new UUID(0, 0);

    private final DatabaseClient database;

    SuppressionRows(DatabaseClient database) {
        this.database = database;
    }

    /** What keeps mails of this report, or of all, from these addresses. */
    Flux<Suppression> of(UUID report, Collection<String> addresses) {
        return database.sql(
                        "SELECT * FROM suppressions WHERE address = ANY ($1) AND (report_id = $2 OR report_id IS NULL)")
                .bind(0, addresses.toArray(String[]::new))
                .bind(1, report)
                .map(SuppressionRows::read)
                .all();
    }

    /** In the order of addresses; of one address, the one for all reports first. */
    Flux<Suppression> list(String afterAddress, @Nullable UUID afterReport, int limit) {
        return database.sql("""
                SELECT * FROM suppressions WHERE (address, coalesce(report_id, :all)) > (:address, :report)
                ORDER BY address, coalesce(report_id, :all) LIMIT :limit
                """)
                .bind("all", ALL)
                .bind("address", afterAddress)
                .bind("report", afterReport == null ? ALL : afterReport)
                .bind("limit", limit)
                .map(SuppressionRows::read)
                .all();
    }

    /** What is there already stays. Nothing is added for a report that is not there. */
    Mono<Void> add(Suppression wanted) {
        return database.sql("""
                INSERT INTO suppressions (address, report_id, since, how) SELECT :address, :report, :since, :how
                WHERE CAST(:report AS uuid) IS NULL OR EXISTS (SELECT FROM reports WHERE id = :report FOR KEY SHARE)
                ON CONFLICT (address, report_id) DO NOTHING
                """)
                .bind("address", wanted.address())
                .bind("report", Parameter.fromOrEmpty(wanted.report(), UUID.class))
                .bind("since", wanted.since())
                .bind("how", wanted.how().word())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Empty when it is not there. */
    Mono<Suppression> find(String address, @Nullable UUID report) {
        return database.sql("""
                SELECT * FROM suppressions WHERE address = :address AND report_id IS NOT DISTINCT FROM CAST(:report AS uuid)
                """)
                .bind("address", address)
                .bind("report", Parameter.fromOrEmpty(report, UUID.class))
                .map(SuppressionRows::read)
                .one();
    }

    /** What they said themselves, of this report and of all; what was written down by hand stays. */
    Mono<Void> undo(String address, UUID report) {
        return database.sql("""
                DELETE FROM suppressions WHERE address = $1 AND (report_id = $2 OR report_id IS NULL) AND how <> 'by_hand'
                """)
                .bind(0, address)
                .bind(1, report)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Emits whether there was any. */
    Mono<Boolean> remove(String address) {
        return database.sql("DELETE FROM suppressions WHERE address = $1")
                .bind(0, address)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Suppression read(Readable row) {
        return new Suppression(
                text(row, "address"),
                row.get("report_id", UUID.class),
                value(row, "since", Instant.class),
                How.of(text(row, "how")));
    }
}
