package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Numbers;
import groupwatch.events.evolution.json.Proto;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.ChatDeleted;
import groupwatch.events.observed.ChatSeen;
import groupwatch.events.observed.ContactSeen;
import groupwatch.events.observed.Observation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Contacts and chats: the side events that accompany nearly every message. */
final class ContactEvents {

    private ContactEvents() {}

    static List<Observation> contacts(Envelope envelope) {
        return envelope.each(ContactEvents::contact);
    }

    static List<Observation> chats(Envelope envelope) {
        return envelope.each(ContactEvents::chat);
    }

    static List<Observation> deletedChats(Envelope envelope) {
        return envelope.each(data -> {
            Jid chat = data.isString() ? Jid.parse(data.stringValue()) : jid(data);
            return chat == null ? List.of() : List.of(new ChatDeleted(chat));
        });
    }

    private static List<Observation> contact(JsonNode data) {
        Jid jid = jid(data);
        if (jid == null) {
            return List.of();
        }
        Identities person = identities(data, jid);
        List<Observation> seen = new ArrayList<>();
        seen.add(new ContactSeen(
                jid,
                Names.withoutNumber(Proto.text(data, "pushName", "name", "notify"), person),
                Proto.text(data, "profilePicUrl", "imgUrl")));
        seen.addAll(IdentityLinks.between(person));
        return seen;
    }

    private static List<Observation> chat(JsonNode data) {
        Jid jid = jid(data);
        String name = Proto.text(data, "name");
        if (jid == null && name == null) {
            return List.of();
        }
        Identities person = identities(data, jid);
        List<Observation> seen = new ArrayList<>();
        seen.add(new ChatSeen(jid, Names.withoutNumber(name, person), Numbers.count(data.path("unreadMessages"))));
        seen.addAll(IdentityLinks.between(person));
        return seen;
    }

    /** {@code id} may also be the key of a row in the gateway's database, which has no {@code @}. */
    private static @Nullable Jid jid(JsonNode data) {
        Jid remote = Proto.jid(data, "remoteJid");
        Jid id = Proto.jid(data, "id", "jid");
        return remote != null || id == null || id.value().indexOf('@') < 0 ? remote : id;
    }

    private static Identities identities(JsonNode data, @Nullable Jid jid) {
        return Identities.of(
                jid,
                Proto.jid(data, "remoteJidAlt"),
                Proto.jid(data, "remoteLid", "lid"),
                Proto.jid(data, "phoneNumber"));
    }
}
