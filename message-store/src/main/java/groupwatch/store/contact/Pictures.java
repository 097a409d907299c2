package groupwatch.store.contact;

import static groupwatch.kit.database.Columns.text;

import groupwatch.store.people.People;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The addresses of people's pictures at WhatsApp. */
@Repository
public class Pictures {

    private static final String PICTURES = """
            SELECT jid, picture FROM store.contacts WHERE jid = ANY($1) AND picture IS NOT NULL ORDER BY picture_at, picture
            """;

    private final DatabaseClient database;

    Pictures(DatabaseClient database) {
        this.database = database;
    }

    /** The newest of each of these people who has one, by canonical JID. */
    public Mono<Map<String, String>> of(Collection<String> jids, People known) {
        String[] identities =
                jids.stream().flatMap(jid -> known.identities(jid).stream()).toArray(String[]::new);
        return database.sql(PICTURES)
                .bind(0, identities)
                .map(row -> Map.entry(known.canonical(text(row, "jid")), text(row, "picture")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
