package groupwatch.store.person;

import static groupwatch.kit.database.Columns.value;

import groupwatch.kit.database.Binding;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.store.group.PersonGroup;
import groupwatch.store.group.PersonGroups;
import groupwatch.store.people.PeopleRepository;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Finds a person by any identity, if somebody knows them and the caller may see them. */
@Repository
class PersonFinder {

    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM store.names WHERE identity = ANY($1))
                OR EXISTS (SELECT FROM store.contacts WHERE jid = ANY($1))
                OR EXISTS (SELECT FROM store.chats WHERE chat = ANY($1))
                OR EXISTS (SELECT FROM store.identity_links WHERE lid = ANY($1) OR phone = ANY($1))
                OR EXISTS (SELECT FROM store.accounts WHERE jid = ANY($1)) AS known
            """;

    private final DatabaseClient database;
    private final PeopleRepository people;
    private final PersonGroups groups;

    PersonFinder(DatabaseClient database, PeopleRepository people, PersonGroups groups) {
        this.database = database;
        this.people = people;
        this.groups = groups;
    }

    /**
     * A person and where they are.
     *
     * @param identities all of them
     * @param groups of those the caller may see
     */
    record Found(Set<String> identities, List<PersonGroup> groups) {}

    /** 404 when nobody knows them, or for a caller with groups, when they are and were in none of these. */
    Mono<Found> find(String jid, Caller caller) {
        return people.identitiesOf(jid)
                .flatMap(
                        identities -> groups.of(identities, caller.groups()).map(found -> new Found(identities, found)))
                .filterWhen(found -> found.groups().isEmpty() ? isKnownElsewhere(found, caller) : Mono.just(true))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such person.")));
    }

    private Mono<Boolean> isKnownElsewhere(Found person, Caller caller) {
        return caller.groups() != null
                ? Mono.just(false)
                : Binding.texts(database.sql(KNOWN), 0, person.identities())
                        .map(row -> value(row, "known", Boolean.class))
                        .one();
    }
}
