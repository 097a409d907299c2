package groupwatch.store.receive;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.message.Target;
import groupwatch.events.observed.CallSeen;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.ReceiptSeen;
import groupwatch.events.observed.RevokeSeen;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How long what ends up in keys may be, in bytes of UTF-8: far above what WhatsApp makes, and together below what an
 * index takes (2,704 bytes). Texts have no limit.
 */
public final class Limits {

    static final int ID = 256;
    static final int JID = 128;
    static final int WORD = 128;

    private Limits() {}

    /** What is wrong with it, without quoting it; absent when it can be stored. */
    static @Nullable String violation(Observation observation) {
        return switch (observation) {
            case MessageSeen seen -> first(id(seen.id()), jid(seen.chat()), jids(seen.sender()), target(seen));
            case EditSeen seen -> first(id(seen.targetId()), jid(seen.chat()));
            case RevokeSeen seen -> first(id(seen.targetId()), jid(seen.chat()), jids(seen.by()));
            case ReactionSeen seen ->
                first(id(seen.targetId()), jid(seen.chat()), jids(seen.sender()), word("emoji", seen.emoji()));
            case PollVoteSeen seen -> first(id(seen.targetId()), jid(seen.chat()), jids(seen.voter()));
            case ReceiptSeen seen ->
                first(
                        id(seen.messageId()),
                        jid(seen.chat()),
                        jids(seen.person()),
                        word("receipt status", seen.status()));
            case CallSeen seen ->
                first(id(seen.callId()), jid(seen.chat()), jids(seen.from()), word("call status", seen.status()));
            default -> null;
        };
    }

    /** Whether this id or JID may be part of a key. */
    public static boolean fits(@Nullable String key) {
        return longer("key", key, ID) == null;
    }

    private static @Nullable String target(MessageSeen seen) {
        Target target = seen.content().target();
        return target == null ? null : longer("target's id", target.id(), ID);
    }

    static @Nullable String instance(String instance) {
        return word("instance name", instance);
    }

    private static @Nullable String id(String id) {
        return id.isEmpty() ? "a message id is empty" : longer("message id", id, ID);
    }

    private static @Nullable String jids(Identities identities) {
        return first(jid(identities.phone()), jid(identities.lid()));
    }

    private static @Nullable String jid(@Nullable Jid jid) {
        return longer("JID", jid == null ? null : jid.value(), JID);
    }

    private static @Nullable String word(String what, @Nullable String word) {
        return longer(what, word, WORD);
    }

    private static @Nullable String longer(String what, @Nullable String value, int limit) {
        if (value == null || value.length() * 4L <= limit) {
            return null;
        }
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= limit ? null : "a " + what + " is " + bytes + " bytes long, above " + limit;
    }

    private static @Nullable String first(@Nullable String... violations) {
        for (String violation : violations) {
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }
}
