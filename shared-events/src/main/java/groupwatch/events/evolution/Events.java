package groupwatch.events.evolution;

import java.util.Locale;
import java.util.Map;

/** Which reader reads which event: the table of contents of this package. */
final class Events {

    private static final Map<String, EventReader> READERS = Map.ofEntries(
            Map.entry("messages.upsert", MessageEvents::live),
            Map.entry("send.message", MessageEvents::live),
            Map.entry("messages.set", MessageEvents::history),
            Map.entry("messaging.history.set", MessageEvents::historyDone),
            Map.entry("messages.edited", ProtocolEvents::read),
            Map.entry("send.message.update", ProtocolEvents::read),
            Map.entry("messages.update", UpdateEvents::read),
            Map.entry("messages.delete", DeleteEvents::read),
            Map.entry(FoundRows.MESSAGES, FoundEvents::messages),
            Map.entry(FoundRows.GROUPS, FoundEvents::groups),
            Map.entry("call", CallEvents::read),
            Map.entry("groups.upsert", GroupEvents::whole),
            Map.entry("groups.update", GroupEvents::changed),
            Map.entry("group.update", GroupEvents::changed),
            Map.entry("group.participants.update", ParticipantEvents::read),
            Map.entry("contacts.upsert", ContactEvents::contacts),
            Map.entry("contacts.update", ContactEvents::contacts),
            Map.entry("contacts.set", ContactEvents::contacts),
            Map.entry("chats.upsert", ContactEvents::chats),
            Map.entry("chats.update", ContactEvents::chats),
            Map.entry("chats.set", ContactEvents::chats),
            Map.entry("chats.delete", ContactEvents::deletedChats),
            Map.entry("presence.update", PresenceEvents::read),
            Map.entry("labels.edit", LabelEvents::labels),
            Map.entry("labels.association", LabelEvents::associations),
            Map.entry("connection.update", LinkEvents::connection),
            Map.entry("status.instance", LinkEvents::closed),
            Map.entry("qrcode.updated", LinkEvents::qrCode),
            Map.entry("instance.create", LinkEvents.lifecycle("created")),
            Map.entry("instance.delete", LinkEvents.lifecycle("deleted")),
            Map.entry("logout.instance", LinkEvents.lifecycle("logged_out")),
            Map.entry("remove.instance", LinkEvents.lifecycle("removed")),
            Map.entry("typebot.start", GatewayEvents::typebot),
            Map.entry("typebot.change.status", GatewayEvents::typebot),
            Map.entry("error", GatewayEvents::error));

    private Events() {}

    /** Names differ by transport in case and in {@code - _ .}. */
    static EventReader reader(String event) {
        String name = event.toLowerCase(Locale.ROOT).replace('-', '.').replace('_', '.');
        return READERS.getOrDefault(name, envelope -> Envelope.unknown(envelope.event(), envelope.data()));
    }
}
