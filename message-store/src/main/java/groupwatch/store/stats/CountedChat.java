package groupwatch.store.stats;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import java.util.Set;

/**
 * The chat that is counted.
 *
 * @param scope the group's JID, or the instance of a direct chat
 * @param jid as it was asked for
 * @param identities under which its messages lie: of a direct chat all of the other side
 */
record CountedChat(String scope, String jid, Set<String> identities) {

    static CountedChat group(String jid) {
        return new CountedChat(jid, jid, Set.of(jid));
    }

    boolean isGroup() {
        return scope.equals(jid);
    }

    /** In a direct chat, who did not send from the account is the other side. */
    Identities otherSide() {
        return isGroup() ? Identities.NONE : Identities.of(Jid.parse(jid));
    }
}
