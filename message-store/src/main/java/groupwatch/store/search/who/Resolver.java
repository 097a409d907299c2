package groupwatch.store.search.who;

import static groupwatch.kit.database.Columns.text;

import groupwatch.events.identity.Jid;
import groupwatch.events.identity.Person;
import groupwatch.kit.security.Caller;
import groupwatch.store.api.Jids;
import groupwatch.store.people.PeopleRepository;
import groupwatch.store.search.query.Query;
import groupwatch.store.search.who.Resolved.Sender;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out whom a query means. Several people of one name are all meant. A caller limited to groups is told only of these
 * groups and of the people in them.
 */
@Component
public class Resolver {

    /** The caller's own linked accounts. */
    public static final String ME = "me";

    private static final Pattern NUMBER = Pattern.compile("\\+?([0-9][0-9 ().-]{3,30}[0-9])");

    private static final String IN_GROUPS = """
            SELECT DISTINCT identity FROM store.group_participants WHERE identity = ANY($1) AND group_jid = ANY($2)
            """;

    private static final String ACCOUNTS = "SELECT DISTINCT jid FROM store.accounts WHERE jid = ANY($1)";

    private final DatabaseClient database;
    private final PeopleRepository people;
    private final PeopleNames names;
    private final GroupSubjects groups;

    Resolver(DatabaseClient database, PeopleRepository people, PeopleNames names, GroupSubjects groups) {
        this.database = database;
        this.people = people;
        this.names = names;
        this.groups = groups;
    }

    public Mono<Resolved> resolve(Query query, Caller caller) {
        Mono<Map<String, Sender>> senders = Flux.fromStream(query.parts())
                .ofType(Query.From.class)
                .map(Query.From::who)
                .filter(who -> !who.equalsIgnoreCase(ME))
                .distinct()
                .concatMap(who -> sender(who, caller).map(sender -> Map.entry(who, sender)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        Mono<Map<String, List<Chat>>> chats = Flux.fromStream(query.parts())
                .ofType(Query.In.class)
                .map(Query.In::chat)
                .distinct()
                .concatMap(chat -> chats(chat, caller).map(found -> Map.entry(chat, found)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return senders.flatMap(who ->
                chats.flatMap(where -> accounts(who).map(accounts -> new Resolved(who, where, accounts))));
    }

    private Mono<Sender> sender(String who, Caller caller) {
        String jid = jid(who);
        Mono<Set<String>> named = jid == null ? names.identities(who) : Mono.just(Set.of(jid));
        return named.flatMap(people::identitiesOf)
                .flatMap(identities -> visible(identities, caller))
                .flatMap(people::identitiesOf)
                .flatMap(this::shown);
    }

    private Mono<Set<String>> visible(Set<String> identities, Caller caller) {
        Set<String> visible = caller.groups();
        if (visible == null || identities.isEmpty()) {
            return Mono.just(identities);
        }
        return database.sql(IN_GROUPS)
                .bind(0, identities.toArray(String[]::new))
                .bind(1, visible.toArray(String[]::new))
                .map(row -> text(row, "identity"))
                .all()
                .collect(Collectors.toSet());
    }

    private Mono<Sender> shown(Set<String> identities) {
        if (identities.isEmpty()) {
            return Mono.just(Sender.NOBODY);
        }
        return people.behind(identities).map(known -> {
            List<Person> shown = identities.stream()
                    .map(known::person)
                    .distinct()
                    .sorted(Comparator.comparing(Person::jid, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
            return new Sender(identities, shown);
        });
    }

    private Mono<List<Chat>> chats(String chat, Caller caller) {
        if (Jids.isGroup(chat)) {
            return caller.mayRead(chat)
                    ? groups.of(Set.of(chat)).map(named -> named.isEmpty() ? List.of(new Chat(chat, null)) : named)
                    : Mono.just(List.of());
        }
        String jid = jid(chat);
        if (jid != null) {
            return caller.groups() == null ? people.identitiesOf(jid).map(Resolver::direct) : Mono.just(List.of());
        }
        NamedWords wanted = NamedWords.of(chat);
        return groups.of(caller.groups())
                .map(all -> all.stream()
                        .filter(group -> group.name() != null
                                && wanted.areIn(NamedWords.of(group.name()).words()))
                        .toList());
    }

    private static List<Chat> direct(Set<String> identities) {
        return identities.stream().sorted().map(jid -> new Chat(jid, null)).toList();
    }

    private Mono<Set<String>> accounts(Map<String, Sender> senders) {
        Set<String> all = new HashSet<>();
        senders.values().forEach(sender -> all.addAll(sender.identities()));
        return all.isEmpty()
                ? Mono.just(Set.of())
                : database.sql(ACCOUNTS)
                        .bind(0, all.toArray(String[]::new))
                        .map(row -> text(row, "jid"))
                        .all()
                        .collect(Collectors.toSet());
    }

    /** Absent for a name. */
    private static @Nullable String jid(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return number.group(1).replaceAll("[^0-9]", "") + "@s.whatsapp.net";
        }
        Jid jid = text.indexOf('@') > 0 && text.chars().noneMatch(Character::isWhitespace) ? Jid.parse(text) : null;
        return jid == null ? null : jid.value();
    }
}
