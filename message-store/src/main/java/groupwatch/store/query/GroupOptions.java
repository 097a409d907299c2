package groupwatch.store.query;

import groupwatch.kit.database.Columns;
import groupwatch.store.retention.RetentionDays;
import io.r2dbc.spi.Readable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What an operator chose for a group besides monitoring. */
@Repository
class GroupOptions {

    private static final String READ = "SELECT language, retention_days FROM store.group_options WHERE group_jid = $1";
    // only for a group that is there; $2 and $4 say what changes
    private static final String CHANGE = """
            INSERT INTO store.group_options AS o (group_jid, language, retention_days)
            SELECT group_jid, $3, $5 FROM store.groups WHERE group_jid = $1
            ON CONFLICT (group_jid) DO UPDATE SET
                language = CASE WHEN $2 THEN excluded.language ELSE o.language END,
                retention_days = CASE WHEN $4 THEN excluded.retention_days ELSE o.retention_days END
            RETURNING group_jid
            """;

    private final DatabaseClient database;

    GroupOptions(DatabaseClient database) {
        this.database = database;
    }

    /** @param retentionDays absent: as the suite */
    record Chosen(@Nullable String language, @Nullable RetentionDays retentionDays) {

        static final Chosen NOTHING = new Chosen(null, null);
    }

    Mono<Chosen> of(String group) {
        return database.sql(READ).bind(0, group).map(GroupOptions::chosen).one().defaultIfEmpty(Chosen.NOTHING);
    }

    /** False when there is no such group. */
    Mono<Boolean> change(String group, GroupPatch patch) {
        Optional<String> language = patch.language() == null ? Optional.empty() : patch.language();
        Optional<RetentionDays> days = patch.retentionDays() == null ? Optional.empty() : patch.retentionDays();
        GenericExecuteSpec statement = database.sql(CHANGE)
                .bind(0, group)
                .bind(1, patch.language() != null)
                .bind(3, patch.retentionDays() != null);
        statement = language.isPresent() ? statement.bind(2, language.get()) : statement.bindNull(2, String.class);
        statement = days.isPresent() ? statement.bind(4, days.get().days()) : statement.bindNull(4, Integer.class);
        return statement.map(row -> Columns.text(row, "group_jid")).one().hasElement();
    }

    private static Chosen chosen(Readable row) {
        Integer days = row.get("retention_days", Integer.class);
        return new Chosen(row.get("language", String.class), days == null ? null : new RetentionDays(days));
    }
}
