package groupwatch.store.people;

import static groupwatch.kit.database.Columns.text;
import static groupwatch.kit.database.Columns.value;

import groupwatch.store.people.People.Link;
import groupwatch.store.people.People.Name;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads who is behind identities: two statements, however many are asked for. */
@Repository
public class PeopleRepository {

    // all LIDs of the numbers, and all numbers of those: who a LID stands for depends on each of them
    private static final String LINKS = """
            WITH near AS (SELECT phone FROM store.identity_links WHERE lid = ANY($1) OR phone = ANY($1))
            SELECT lid, phone FROM store.identity_links
            WHERE lid IN (SELECT l.lid FROM near JOIN store.identity_links l ON l.phone = near.phone)
            """;

    private static final String NAMES = """
            SELECT identity, name, at, true AS own FROM store.names WHERE identity = ANY($1)
            UNION ALL
            SELECT jid, name, name_at, false FROM store.contacts WHERE jid = ANY($1) AND name IS NOT NULL
            """;

    private final DatabaseClient database;

    PeopleRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Who those are; identities nobody knows more of stand for themselves. */
    public Mono<People> behind(Collection<String> identities) {
        return links(identities)
                .flatMap(links -> names(withLinked(identities, links)).map(names -> new People(links, names)));
    }

    /** All identities of the person who has this one, itself included. */
    public Mono<Set<String>> identitiesOf(String identity) {
        return identitiesOf(Set.of(identity));
    }

    /** All identities of the people who have these, themselves included. */
    public Mono<Set<String>> identitiesOf(Set<String> identities) {
        return links(identities)
                .map(links -> new People(links, List.of()))
                .map(people -> identities.stream()
                        .flatMap(identity -> people.identities(identity).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> withLinked(Collection<String> identities, List<Link> links) {
        Set<String> all = new HashSet<>(identities);
        links.forEach(link -> all.addAll(List.of(link.lid(), link.phone())));
        return all;
    }

    private Mono<List<Link>> links(Collection<String> identities) {
        return database.sql(LINKS)
                .bind(0, identities.toArray(String[]::new))
                .map(row -> new Link(text(row, "lid"), text(row, "phone")))
                .all()
                .collectList();
    }

    private Mono<List<Name>> names(Collection<String> identities) {
        return database.sql(NAMES)
                .bind(0, identities.toArray(String[]::new))
                .map(row -> new Name(
                        text(row, "identity"),
                        text(row, "name"),
                        value(row, "at", Instant.class),
                        value(row, "own", Boolean.class)))
                .all()
                .collectList();
    }
}
