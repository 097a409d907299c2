package groupwatch.store.chat;

import java.util.List;

/**
 * Where one chat's messages are.
 *
 * @param scope the group's JID; of a direct chat the linked account's name
 * @param jids under which rows name the chat: of a direct chat all identities of the other side
 */
public record Chat(String scope, List<String> jids) {

    static Chat ofGroup(String jid) {
        return new Chat(jid, List.of(jid));
    }

    public boolean isGroup() {
        return scope.endsWith("@g.us") && jids.equals(List.of(scope));
    }
}
