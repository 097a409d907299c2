package groupwatch.store.query;

import static groupwatch.kit.database.Columns.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Finds groups by name, in any case, with or without accents. Compared here and not in the database, whose notion of case
 * depends on how it was set up; there are hundreds of groups, not millions.
 */
@Repository
class GroupNames {

    static final String NAME = """
            (SELECT a.value FROM store.group_attributes a
             WHERE a.group_jid = g.group_jid AND a.attribute IN ('name', 'chatName') AND a.value <> ''
             ORDER BY a.attribute DESC LIMIT 1)""";

    private static final String NAMED =
            "SELECT group_jid, name FROM (SELECT g.group_jid, %s AS name FROM store.groups g) named WHERE name IS NOT NULL"
                    .formatted(NAME);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private record Named(String jid, String name) {}

    private final DatabaseClient database;

    GroupNames(DatabaseClient database) {
        this.database = database;
    }

    /** The JIDs of the groups whose names have this in them. */
    Mono<Set<String>> having(String part) {
        String wanted = plain(part);
        return database.sql(NAMED)
                .map(row -> new Named(text(row, "group_jid"), text(row, "name")))
                .all()
                .filter(group -> plain(group.name()).contains(wanted))
                .map(Named::jid)
                .collect(Collectors.toSet());
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
