package groupwatch.store.search.find;

import static java.util.stream.Collectors.joining;

import groupwatch.events.identity.Person;
import groupwatch.events.message.MessageType;
import groupwatch.store.search.query.Query;
import groupwatch.store.search.query.Query.Sent;
import groupwatch.store.search.query.Query.Text;
import groupwatch.store.search.who.Chat;
import groupwatch.store.search.who.Resolved;
import groupwatch.store.search.who.Resolver;
import java.util.List;
import java.util.Objects;

/** A query as one would say it, after "messages that". */
record Sentence(Resolved resolved) {

    private static final int FEW = 3;

    String of(Query query) {
        return switch (query) {
            case Query.And and -> and.all().stream().map(this::of).collect(joining(" and "));
            case Query.Or or -> or.any().stream().map(this::of).collect(joining(" or ", "(", ")"));
            case Query.Not not -> "not (" + of(not.query()) + ")";
            case Text text -> said(text);
            case Query.From from -> "are from " + sender(from.who());
            case Query.In in -> "are in " + chats(in.chat());
            case Query.OfType of ->
                "are of type " + of.types().stream().map(MessageType::wire).collect(joining(" or "));
            case Sent sent -> sent(sent);
            case Query.Has has -> "have: " + has.feature().word();
            case Query.Account account -> "were seen by account “" + account.instance() + "”";
        };
    }

    private static String said(Text text) {
        String kind = text.isPhrase() || text.exact() ? "say exactly “" : "say “";
        return kind + text.written() + (text.prefix() ? "…”" : "”");
    }

    private static String sent(Sent sent) {
        return switch (sent.operator()) {
            case "before" -> "were sent before " + sent.to();
            case "after" -> "were sent at or after " + sent.from();
            default -> "were sent on " + sent.written();
        };
    }

    private String sender(String who) {
        if (who.equalsIgnoreCase(Resolver.ME)) {
            return "the linked accounts";
        }
        List<Person> people = resolved.people(who);
        return people.isEmpty()
                ? "“" + who + "” (nobody)"
                : some(people.stream().map(Sentence::person).toList());
    }

    private static String person(Person person) {
        String phone = person.phone();
        String shown = phone == null ? Objects.requireNonNullElse(person.jid(), "") : "+" + phone;
        return person.name() == null ? shown : person.name() + " (" + shown + ")";
    }

    private String chats(String name) {
        List<Chat> chats = resolved.chats(name);
        return chats.isEmpty()
                ? "“" + name + "” (no such group)"
                : some(chats.stream()
                        .map(chat -> Objects.requireNonNullElse(chat.name(), chat.jid()))
                        .toList());
    }

    private static String some(List<String> all) {
        String first = all.stream().limit(FEW).collect(joining(" or "));
        return all.size() <= FEW ? first : first + " or " + (all.size() - FEW) + " more";
    }
}
