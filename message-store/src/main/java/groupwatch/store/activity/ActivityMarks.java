package groupwatch.store.activity;

import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Marks quarters dirty. To be called in the transaction that changes what is counted there: a message comes, goes, moves
 * or gets another sender, is edited or revoked. Marking more than that does no harm.
 */
@Component
public class ActivityMarks {

    private static final String MARK = """
            INSERT INTO store.activity_dirty (scope, chat, quarter)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[]::timestamptz[])
            """;

    private final DatabaseClient database;

    ActivityMarks(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> mark(Collection<Quarter> quarters) {
        return quarters.isEmpty()
                ? Mono.empty()
                : QuarterArrays.bind(database.sql(MARK), List.copyOf(quarters))
                        .fetch()
                        .rowsUpdated()
                        .then();
    }
}
