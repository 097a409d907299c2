package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message's key: which chat, whose, which id. Field names of all 2.3 versions.
 *
 * @param chat the group, or the other side, by its number when the key tells it
 * @param author who wrote it, from this account's perspective
 * @param peer the other side of a direct chat; none in groups
 */
record MessageKey(@Nullable Jid chat, @Nullable String id, boolean fromMe, Identities author, Identities peer) {

    /** @param account writes what is {@code fromMe} */
    static MessageKey of(JsonNode key, Identities account) {
        Jid remote = Proto.jid(key, "remoteJid");
        boolean fromMe = Proto.flag(key, "fromMe");
        Identities peer = isDirect(remote) ? peer(key, remote, fromMe) : Identities.NONE;
        Jid chat = peer.known() ? peer.preferred() : remote;
        return new MessageKey(chat, Proto.word(key, "id"), fromMe, author(key, fromMe, peer, account), peer);
    }

    private static boolean isDirect(@Nullable Jid chat) {
        return chat != null && !chat.isGroup() && !chat.isBroadcast() && !chat.isNewsletter();
    }

    private static Identities peer(JsonNode key, @Nullable Jid remote, boolean fromMe) {
        // before 2.3.5 the alternates were named after the author, who is the other side only when it is not us
        return Identities.of(
                remote,
                Proto.jid(key, "remoteJidAlt"),
                Proto.jid(key, "previousRemoteJid"),
                fromMe ? null : Proto.jid(key, "senderPn"),
                fromMe ? null : Proto.jid(key, "senderLid"));
    }

    private static Identities author(JsonNode key, boolean fromMe, Identities peer, Identities account) {
        boolean ofStatus = "status@broadcast".equals(Proto.text(key, "remoteJid"));
        Identities named = Identities.of(
                Proto.jid(key, "participant"),
                Proto.jid(key, "participantAlt", "participantPn", "participantLid"),
                Proto.jid(key, "senderPn"),
                Proto.jid(key, "senderLid"),
                ofStatus ? Proto.jid(key, "remoteJidAlt") : null);
        if (fromMe) {
            return Identities.of(account.phone(), account.lid(), named.phone(), named.lid());
        }
        return Identities.of(named.phone(), named.lid(), peer.phone(), peer.lid());
    }
}
