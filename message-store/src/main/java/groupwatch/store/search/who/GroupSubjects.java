package groupwatch.store.search.who;

import static groupwatch.kit.database.Columns.text;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What groups are called. */
@Repository
public class GroupSubjects {

    // as in the list of groups: its own name before what an account calls the chat
    private static final String NAMES = """
            SELECT DISTINCT ON (group_jid) group_jid, value FROM store.group_attributes
            WHERE attribute IN ('name', 'chatName') AND value <> '' AND ($1::text[] IS NULL OR group_jid = ANY($1))
            ORDER BY group_jid, attribute DESC
            """;

    private final DatabaseClient database;

    GroupSubjects(DatabaseClient database) {
        this.database = database;
    }

    /** @param groups whose names; absent: all groups'. Those without a name are left out */
    public Mono<List<Chat>> of(@Nullable Collection<String> groups) {
        var names = database.sql(NAMES);
        return (groups == null ? names.bindNull(0, String[].class) : names.bind(0, groups.toArray(String[]::new)))
                .map(row -> new Chat(text(row, "group_jid"), text(row, "value")))
                .all()
                .collectList();
    }
}
