package groupwatch.simulator.wire;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Something an instance tells its webhook.
 *
 * @param name as on the wire, {@code messages.upsert}
 * @param latest at the top level of history chunks
 * @param progress likewise, in percent
 */
public record Event(
        String name,
        JsonNode data,
        @Nullable Boolean latest,
        @Nullable Integer progress) {

    private static final Set<String> OWN = Set.of(
            "connection.update",
            "qrcode.updated",
            "instance.create",
            "instance.delete",
            "status.instance",
            "logout.instance",
            "remove.instance",
            "send.message",
            "send.message.update");

    /** The names that a subscription may hold. {@code groups.update} is not among them: nobody ever gets it. */
    public static final List<String> SUBSCRIPTIONS = List.of(
            "APPLICATION_STARTUP",
            "QRCODE_UPDATED",
            "MESSAGES_SET",
            "MESSAGES_UPSERT",
            "MESSAGES_EDITED",
            "MESSAGES_UPDATE",
            "MESSAGES_DELETE",
            "SEND_MESSAGE",
            "SEND_MESSAGE_UPDATE",
            "CONTACTS_SET",
            "CONTACTS_UPSERT",
            "CONTACTS_UPDATE",
            "PRESENCE_UPDATE",
            "CHATS_SET",
            "CHATS_UPSERT",
            "CHATS_UPDATE",
            "CHATS_DELETE",
            "GROUPS_UPSERT",
            "GROUP_UPDATE",
            "GROUP_PARTICIPANTS_UPDATE",
            "CONNECTION_UPDATE",
            "LABELS_EDIT",
            "LABELS_ASSOCIATION",
            "CALL",
            "TYPEBOT_START",
            "TYPEBOT_CHANGE_STATUS",
            "REMOVE_INSTANCE",
            "LOGOUT_INSTANCE",
            "INSTANCE_CREATE",
            "INSTANCE_DELETE",
            "STATUS_INSTANCE");

    public static Event of(String name, JsonNode data) {
        return new Event(name, data, null, null);
    }

    public static Event bare(String name) {
        return of(name, NullNode.getInstance());
    }

    /** Whether the instance waits for its delivery, retries included, before it tells anything else. */
    public boolean awaited() {
        return name.equals("messages.edited");
    }

    /** Whether it tells what happens in WhatsApp, not what becomes of the instance or what the API was asked to do. */
    public boolean fromWhatsApp() {
        return !OWN.contains(name);
    }

    /** Whether it tells of messages, of what became of them, or of what was sent. */
    public boolean ofMessages() {
        return name.startsWith("messages.") || name.startsWith("send.message");
    }

    /** Its name in a subscription: {@code MESSAGES_UPSERT}. */
    public String subscription() {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Its name as the end of a path: {@code messages-upsert}. */
    public String path() {
        return name.replace('.', '-');
    }
}
