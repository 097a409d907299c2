package groupwatch.events.media;

import groupwatch.events.EventId;
import groupwatch.events.message.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which message a file belongs to.
 *
 * @param chat JID of the chat as the message named it
 * @param group whether the chat is a group
 * @param instance the linked account, of a direct chat: two accounts' direct chats never mix; absent for groups, which all accounts share
 * @param id WhatsApp's message id
 */
public record MessageRef(
        String chat, boolean group, @Nullable String instance, String id) {

    public MessageRef {
        Objects.requireNonNull(chat, "chat");
        Objects.requireNonNull(id, "id");
        instance = group ? null : instance;
    }

    public static MessageRef of(Message message) {
        String instance =
                message.instances().isEmpty() ? null : message.instances().getFirst();
        return new MessageRef(message.chat(), message.group(), instance, message.id());
    }

    /** Within what the message id is unique: the group, or the linked account of a direct chat. */
    public String scope() {
        return group || instance == null ? chat : instance;
    }

    /** The id of the message's file in paths: {@code GET /media/{mediaId}}. The same for everybody who knows the message. */
    public String mediaId() {
        return EventId.of("media", scope(), id);
    }
}
