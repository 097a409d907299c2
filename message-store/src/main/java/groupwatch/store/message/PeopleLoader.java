package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.store.message.People.Link;
import groupwatch.store.message.People.Name;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks up who is who: two queries, however many people. */
@Component
public class PeopleLoader {

    /** All links of everybody whose number or LID is asked for. */
    private static final String LINKS =
            """
            WITH phones AS (
                SELECT phone FROM identity_links WHERE lid = ANY($1)
                UNION SELECT unnest($1))
            SELECT lid, phone FROM identity_links JOIN phones USING (phone)
            """;

    /** A name in the address book stands in where somebody has never written; so it counts as the oldest. */
    private static final String NAMES =
            """
            SELECT identity, name, at FROM names WHERE identity = ANY($1)
            UNION ALL
            SELECT jid, name, 'epoch' FROM contacts WHERE jid = ANY($1) AND name IS NOT NULL
            """;

    private final DatabaseClient database;

    PeopleLoader(DatabaseClient database) {
        this.database = database;
    }

    public Mono<People> load(Collection<Identities> people) {
        String[] seen = people.stream()
                .flatMap(identities -> Stream.of(identities.phone(), identities.lid()))
                .filter(Objects::nonNull)
                .map(Jid::value)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        return links(seen).flatMap(links -> names(seen, links).map(names -> new People(links, names)));
    }

    private Mono<List<Link>> links(String[] seen) {
        return database.sql(LINKS)
                .bind(0, seen)
                .map(row -> new Link(
                        Objects.requireNonNull(row.get("lid", String.class)),
                        Objects.requireNonNull(row.get("phone", String.class))))
                .all()
                .collectList();
    }

    private Mono<List<Name>> names(String[] seen, List<Link> links) {
        String[] identities = Stream.concat(
                        Stream.of(seen), links.stream().flatMap(link -> Stream.of(link.lid(), link.phone())))
                .distinct()
                .toArray(String[]::new);
        return database.sql(NAMES)
                .bind(0, identities)
                .map(row -> new Name(
                        Objects.requireNonNull(row.get("identity", String.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        Objects.requireNonNull(row.get("at", Instant.class))))
                .all()
                .collectList();
    }
}
