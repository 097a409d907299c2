package groupwatch.simulator.wire;

import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A group as the API describes it. The first member made it. */
public final class GroupJson {

    private static final long CREATED = 1_700_000_000;

    private final Room room;
    private final Addressing addressing;
    private final List<Persona> people;

    /** @param people who is in it now, the linked account included */
    public GroupJson(Room room, Addressing addressing, List<Persona> people) {
        this.room = room;
        this.addressing = addressing;
        this.people = people;
    }

    /** As in {@code groups.upsert}. */
    public ObjectNode metadata() {
        var owner = owner();
        var json = Json.object()
                .put("id", room.jid())
                .put("addressingMode", addressing.word())
                .put("subject", room.subject());
        person(json, "subjectOwner", owner).put("subjectTime", created() + 1_000);
        json.put("size", people.size()).put("creation", created());
        person(json, "owner", owner).put("owner_country_code", country());
        json.put("desc", room.description()).put("descId", descriptionId());
        person(json, "descOwner", owner)
                .put("descTime", created() + 1_100)
                .put("restrict", false)
                .put("announce", false)
                .put("isCommunity", false)
                .put("isCommunityAnnounce", false)
                .put("joinApprovalMode", false)
                .put("memberAddMode", false);
        json.set("participants", participants());
        return person(json, "author", owner);
    }

    /** As {@code fetchAllGroups} and {@code findGroupInfos} answer. */
    public ObjectNode info(boolean withParticipants) {
        var json = Json.object()
                .put("id", room.jid())
                .put("subject", room.subject())
                .put("subjectOwner", addressing.jid(owner()))
                .put("subjectTime", created() + 1_000)
                .putNull("pictureUrl")
                .put("size", people.size())
                .put("creation", created())
                .put("owner", addressing.jid(owner()))
                .put("desc", room.description())
                .put("descId", descriptionId())
                .put("restrict", false)
                .put("announce", false);
        if (withParticipants) {
            json.set("participants", participants());
        }
        return json.put("isCommunity", false).put("isCommunityAnnounce", false);
    }

    public ArrayNode participants() {
        var all = Json.array();
        people.forEach(person -> all.add(participant(person)));
        return all;
    }

    /** @param action add, remove, promote, demote */
    public ObjectNode change(String action, Persona who, @Nullable Persona by) {
        var participant = participant(who).putNull("admin");
        var json = Json.object().put("id", room.jid()).put("author", addressing.jid(by == null ? who : by));
        json.putArray("participants").add(participant);
        json.put("action", action);
        // broken in 2.3.7, and so here
        var data = json.putArray("participantsData").addObject();
        data.set("jid", participant.deepCopy());
        data.put("phoneNumber", "[object Object]");
        return json;
    }

    private ObjectNode participant(Persona person) {
        var json = Json.object().put("id", addressing.jid(person));
        json.put(addressing == Addressing.LID ? "phoneNumber" : "lid", addressing.other(person));
        return person.equals(owner()) ? json.put("admin", "superadmin") : json.putNull("admin");
    }

    private ObjectNode person(ObjectNode json, String field, Persona person) {
        json.put(field, addressing.jid(person));
        return addressing == Addressing.LID ? json.put(field + "Pn", person.phoneJid()) : json;
    }

    private Persona owner() {
        return room.members().getFirst();
    }

    private long created() {
        return CREATED + Math.floorMod(room.jid().hashCode(), 50_000_000);
    }

    private String descriptionId() {
        return "%08X".formatted(room.description().hashCode());
    }

    private String country() {
        var country = Locale.forLanguageTag(room.language()).getCountry();
        return country.isEmpty() ? room.language().toUpperCase(Locale.ROOT) : country;
    }
}
