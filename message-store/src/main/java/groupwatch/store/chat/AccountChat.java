package groupwatch.store.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chat in the list of one linked account's chats.
 *
 * @param jid the group's; of a direct chat the phone JID of the other side when it is known, else the LID
 * @param name of the group or the person; absent until an event has told it
 * @param lastActivity when the newest message was sent
 * @param deleted whether the account deleted the chat on its side and it gave no sign since
 */
record AccountChat(
        String jid,
        @Nullable String name,
        Kind kind,
        @Nullable Instant lastActivity,
        boolean deleted) {

    AccountChat called(@Nullable String better) {
        return better == null ? this : new AccountChat(jid, better, kind, lastActivity, deleted);
    }

    enum Kind {
        GROUP,
        DIRECT,
        /** Status updates and broadcast lists. */
        BROADCAST,
        CHANNEL;

        static Kind of(String jid) {
            return switch (jid.substring(jid.indexOf('@') + 1)) {
                case "g.us" -> GROUP;
                case "broadcast" -> BROADCAST;
                case "newsletter" -> CHANNEL;
                default -> DIRECT;
            };
        }

        /** The word used in JSON. */
        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
