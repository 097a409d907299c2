package groupwatch.store.search.find;

import static java.util.stream.Collectors.toSet;

import groupwatch.kit.security.Caller;
import groupwatch.store.api.Jids;
import groupwatch.store.search.query.Query;
import groupwatch.store.search.query.Query.In;
import groupwatch.store.search.who.Chat;
import groupwatch.store.search.who.Resolved;
import groupwatch.store.search.words.GroupLanguages;
import groupwatch.store.search.words.Language;
import groupwatch.store.search.words.Marks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where is searched.
 *
 * @param chats absent: everywhere
 * @param groups those the caller is limited to; absent: not limited
 * @param language of all of the chats; absent: they have none, or several
 */
record Scope(
        @Nullable Set<String> chats,
        @Nullable Set<String> groups,
        @Nullable Language language) {

    /** More chats than that are no help for the index of words. */
    private static final int FEW = 100;

    static Scope of(Query query, Resolved resolved, Caller caller, GroupLanguages languages) {
        Set<String> groups = caller.groups() == null
                ? null
                : caller.groups().stream().filter(Jids::isGroup).collect(toSet());
        Set<String> chats = groups;
        for (Query part : query.required().toList()) {
            if (part instanceof In in) {
                Set<String> named =
                        resolved.chats(in.chat()).stream().map(Chat::jid).collect(toSet());
                chats = chats == null ? named : both(chats, named);
            }
        }
        return new Scope(chats, groups, chats == null ? null : language(chats, languages));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static @Nullable Language language(Set<String> chats, GroupLanguages languages) {
        Language one = null;
        for (String chat : chats) {
            Language language = languages.of(chat);
            if (language == null || one != null && one != language) {
                return null;
            }
            one = language;
        }
        return one;
    }

    boolean isNowhere() {
        return chats != null && chats.isEmpty();
    }

    @Nullable
    String onlyChat() {
        return chats != null && chats.size() == 1 ? chats.iterator().next() : null;
    }

    /** What a caller limited to groups may see; direct chats never. */
    List<Condition> limits() {
        if (groups == null || chats == null) {
            return List.of();
        }
        Condition visible = Condition.row("(m.is_group AND m.chat = ANY(%s))", groups.toArray(String[]::new));
        return chats.size() > FEW
                ? List.of(visible)
                : List.of(Condition.anyOf(chats.stream().map(Marks::chat).collect(toSet())), visible);
    }
}
