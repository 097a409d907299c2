package groupwatch.store.search.find;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import groupwatch.events.message.MessageType;
import groupwatch.store.search.query.Query;
import groupwatch.store.search.query.Query.From;
import groupwatch.store.search.query.Query.Has;
import groupwatch.store.search.query.Query.OfType;
import groupwatch.store.search.query.Query.Sent;
import groupwatch.store.search.query.Query.Text;
import groupwatch.store.search.who.Chat;
import groupwatch.store.search.who.Resolved;
import groupwatch.store.search.who.Resolver;
import groupwatch.store.search.words.Language;
import groupwatch.store.search.words.Marks;
import groupwatch.store.search.words.SearchWords;
import groupwatch.store.search.words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a condition of a query.
 *
 * @param resolved whom its names mean
 * @param language of all chats that are searched; absent: they have none, or several
 */
record Conditions(Resolved resolved, @Nullable Language language) {

    /** Reactions and votes are rows too, but shown with their message: found by themselves they would drown the rest. */
    private static final Set<MessageType> ATTACHED = Set.of(MessageType.REACTION, MessageType.POLL_VOTE);

    // SELECT EXISTS is asked row by row: a join would read the whole table of facts, and lose the order of the rows

    /** Not taken back: the newest of each person counts, whichever identity it came under. */
    private static final String REACTED_TO = """
            (SELECT EXISTS (SELECT FROM (
                SELECT DISTINCT ON (person) emoji FROM (
                    SELECT r.emoji, r.at, coalesce(nullif(r.by_phone, ''),
                        (SELECT max(l.phone) FROM store.identity_links l WHERE l.lid = r.by_lid), r.by_lid) AS person
                    FROM store.reactions r WHERE r.scope = m.scope AND r.id = m.id) r
                ORDER BY person, at DESC, emoji COLLATE "C" DESC) newest WHERE emoji <> ''))""";

    private static final String SEEN_BY = """
            (SELECT EXISTS (SELECT FROM store.message_sightings s
                WHERE s.scope = m.scope AND s.id = m.id AND s.instance = %s))""";

    /** As in {@code MessageLoader}: the one account that sent it. */
    private static final String SENT_FROM = """
            (SELECT EXISTS (SELECT FROM store.message_sightings s JOIN store.accounts a USING (instance)
                WHERE s.scope = m.scope AND s.id = m.id AND s.from_me
                HAVING count(DISTINCT a.jid) = 1 AND min(a.jid) = ANY(%s)))""";

    /** Everything the query asks for, but for the time that holds for all of it: {@link TimeRange}. */
    Condition of(Query query) {
        List<Condition> parts = new ArrayList<>();
        query.required().filter(part -> !(part instanceof Sent)).map(this::part).forEach(parts::add);
        unwanted(query)
                .map(type -> Condition.not(Condition.lexeme(Marks.type(type))))
                .forEach(parts::add);
        return Condition.all(parts);
    }

    private static Stream<MessageType> unwanted(Query query) {
        Set<MessageType> asked = query.wanted()
                .filter(OfType.class::isInstance)
                .flatMap(part -> ((OfType) part).types().stream())
                .collect(toSet());
        return ATTACHED.stream().filter(type -> !asked.contains(type)).sorted();
    }

    private Condition part(Query query) {
        return switch (query) {
            case Query.And and ->
                Condition.all(and.all().stream().map(this::part).toList());
            case Query.Or or -> Condition.any(or.any().stream().map(this::part).toList());
            case Query.Not not -> Condition.not(part(not.query()));
            case Text text -> new Condition.Words(tsquery(text));
            case From from -> sender(from);
            case Query.In in ->
                Condition.anyOf(resolved.chats(in.chat()).stream()
                        .map(Chat::jid)
                        .map(Marks::chat)
                        .collect(toSet()));
            case OfType of -> types(of.types());
            case Sent sent ->
                new Condition.Row("(m.sent_at >= %s AND m.sent_at < %s)", List.of(sent.from(), sent.to()));
            case Has has -> feature(has);
            case Query.Account account -> Condition.row(SEEN_BY, account.instance());
        };
    }

    /** A single word is found by its stem too; a phrase is meant as it is written. */
    String tsquery(Text text) {
        List<Word> words = text.words();
        String last = SearchWords.quoted(words.getLast().folded()) + (text.prefix() ? ":*" : "");
        if (text.isPhrase()) {
            return words.subList(0, words.size() - 1).stream()
                    .map(word -> SearchWords.quoted(word.folded()) + " <-> ")
                    .collect(joining("", "(", last + ")"));
        }
        if (language == null || text.exact() || text.prefix()) {
            return last;
        }
        return language.stems(words.getLast()).stream()
                .map(stem -> " | " + SearchWords.quoted(Marks.stem(stem)))
                .collect(joining("", "(" + last, ")"));
    }

    private Condition sender(From from) {
        if (from.who().equalsIgnoreCase(Resolver.ME)) {
            return Condition.lexeme(Marks.FROM_ME);
        }
        Set<String> identities = resolved.identities(from.who());
        Condition named = Condition.anyOf(identities.stream().map(Marks::sender).collect(toSet()));
        String[] accounts = identities.stream()
                .filter(resolved.accounts()::contains)
                .sorted()
                .toArray(String[]::new);
        return accounts.length == 0
                ? named
                : Condition.any(List.of(
                        named,
                        Condition.all(
                                List.of(Condition.lexeme(Marks.FROM_UNNAMED_ME), Condition.row(SENT_FROM, accounts)))));
    }

    private static Condition types(Set<MessageType> types) {
        return Condition.anyOf(types.stream().map(Marks::type).collect(toSet()));
    }

    private static Condition feature(Has has) {
        return switch (has.feature()) {
            case LINK -> Condition.lexeme(Marks.HAS_LINK);
            case REPLY -> Condition.lexeme(Marks.HAS_REPLY);
            case MENTION -> Condition.lexeme(Marks.HAS_MENTION);
            case EDIT -> Condition.lexeme(Marks.HAS_EDIT);
            case REACTION -> new Condition.Row(REACTED_TO, List.of());
            default -> types(has.feature().types());
        };
    }
}
