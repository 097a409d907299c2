package groupwatch.store.search.find;

import groupwatch.store.search.query.Query;
import groupwatch.store.search.query.Query.Text;
import groupwatch.store.search.who.Resolved;
import groupwatch.store.search.who.Resolver;
import groupwatch.store.search.words.Language;
import groupwatch.store.search.words.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query as JSON: {@code {"all": [{"words": ["pizza"]}, {"not": {"from": "ana", "people": […]}}]}}.
 *
 * @param language whose stems are looked for too
 */
record Tree(Resolved resolved, @Nullable Language language) {

    Map<String, Object> of(Query query) {
        return switch (query) {
            case Query.And and -> node("all", list(and.all()));
            case Query.Or or -> node("any", list(or.any()));
            case Query.Not not -> node("not", of(not.query()));
            case Text text -> text(text);
            case Query.From from -> from(from.who());
            case Query.In in -> node("in", in.chat(), "chats", resolved.chats(in.chat()));
            case Query.OfType of -> node("type", of.types().stream().sorted().toList());
            case Query.Sent sent -> node(sent.operator(), sent.written(), "from", sent.from(), "to", sent.to());
            case Query.Has has -> node("has", has.feature().word());
            case Query.Account account -> node("account", account.instance());
        };
    }

    private List<Map<String, Object>> list(List<Query> queries) {
        return queries.stream().map(this::of).toList();
    }

    private Map<String, Object> text(Text text) {
        Map<String, Object> node =
                node("words", text.words().stream().map(Word::folded).toList());
        if (text.isPhrase() || text.exact()) {
            node.put("phrase", true);
        }
        if (text.prefix()) {
            node.put("prefix", true);
        }
        if (language != null && !text.isPhrase() && !text.exact() && !text.prefix()) {
            node.put("stems", language.stems(text.words().getFirst()));
        }
        return node;
    }

    private Map<String, Object> from(String who) {
        return who.equalsIgnoreCase(Resolver.ME)
                ? node("from", who)
                : node("from", who, "people", resolved.people(who));
    }

    private static Map<String, Object> node(Object... fields) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            node.put((String) fields[i], fields[i + 1]);
        }
        return node;
    }
}
