package groupwatch.store.export;

import static groupwatch.kit.database.Columns.text;

import groupwatch.events.identity.Person;
import groupwatch.store.chat.Chat;
import groupwatch.store.people.PeopleRepository;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What a chat is called. */
@Repository
class ChatNames {

    private static final String OF_GROUP = """
            SELECT value FROM store.group_attributes
            WHERE group_jid = $1 AND attribute IN ('name', 'chatName') AND value <> ''
            ORDER BY attribute DESC LIMIT 1
            """;

    private final DatabaseClient database;
    private final PeopleRepository people;

    ChatNames(DatabaseClient database, PeopleRepository people) {
        this.database = database;
        this.people = people;
    }

    /** The group's subject or the other side's name, else the number; what was asked for when nothing is known. */
    Mono<String> of(Chat chat, String jid) {
        Mono<String> name = chat.isGroup() ? ofGroup(chat.scope()) : ofPerson(chat);
        return name.defaultIfEmpty(jid.replaceAll("@.*", ""));
    }

    private Mono<String> ofGroup(String jid) {
        return database.sql(OF_GROUP)
                .bind(0, jid)
                .map(row -> text(row, "value"))
                .first();
    }

    private Mono<String> ofPerson(Chat chat) {
        return people.behind(chat.jids())
                .map(known -> known.person(chat.jids().getFirst()))
                .flatMap(person -> Mono.justOrEmpty(nameOf(person)));
    }

    private static Optional<String> nameOf(Person person) {
        return Optional.ofNullable(person.name()).or(() -> Optional.ofNullable(person.phone()));
    }
}
