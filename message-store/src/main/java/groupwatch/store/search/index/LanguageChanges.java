package groupwatch.store.search.index;

import static groupwatch.kit.database.Columns.text;

import groupwatch.store.search.index.IndexRows.Row;
import groupwatch.store.search.words.GroupLanguages;
import java.time.Clock;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which groups' languages were changed, and how far their messages are indexed in the new one. */
@Repository
class LanguageChanges {

    private static final String NOTICE = """
            INSERT INTO store.search_languages AS s (group_jid, language, since)
            SELECT group_jid, o.language, $1
            FROM store.group_options o FULL JOIN store.search_languages known USING (group_jid)
            WHERE o.language IS DISTINCT FROM known.language
            ON CONFLICT (group_jid) DO UPDATE
            SET language = excluded.language, since = excluded.since, done = false, at = 'infinity', id = ''
            """;

    private static final String NEXT = """
            SELECT group_jid, at::text AS at, id FROM store.search_languages
            WHERE NOT done AND since <= $1 ORDER BY since, group_jid LIMIT 1
            """;

    private static final String ADVANCE =
            "UPDATE store.search_languages SET at = $2, id = $3, done = $4 WHERE group_jid = $1";

    private final DatabaseClient database;
    private final Clock clock;

    LanguageChanges(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notices what was changed; a change in the middle of another begins anew. */
    Mono<Void> notice() {
        return database.sql(NOTICE).bind(0, clock.instant()).then();
    }

    /** The longest known change, if every replica writes in the new language by now. */
    Mono<LanguageChange> next() {
        return database.sql(NEXT)
                .bind(0, clock.instant().minus(GroupLanguages.SETTLED))
                .map(row -> new LanguageChange(text(row, "group_jid"), text(row, "at"), text(row, "id")))
                .one();
    }

    /** Remembers that the job came to the last of these; done when it was not a whole batch. */
    Mono<Void> advance(LanguageChange change, List<Row> rows) {
        boolean done = rows.size() < IndexRows.BATCH;
        var advance = database.sql(ADVANCE).bind(0, change.group()).bind(3, done);
        return rows.isEmpty()
                ? database.sql("UPDATE store.search_languages SET done = true WHERE group_jid = $1")
                        .bind(0, change.group())
                        .then()
                : advance.bind(1, rows.getLast().sentAt())
                        .bind(2, rows.getLast().key().id())
                        .then();
    }
}
