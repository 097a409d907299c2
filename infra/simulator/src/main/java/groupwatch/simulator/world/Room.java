package groupwatch.simulator.world;

import java.time.ZoneId;
import java.util.List;

/**
 * An invented group.
 *
 * @param jid ends in {@code @g.us}
 * @param language ISO 639-1, of most that is said there
 * @param zone where its people live: their office hours are by this clock
 * @param members the first one made the group and is its superadmin
 */
public record Room(
        String jid, String subject, String description, String language, ZoneId zone, List<Persona> members) {

    public Room {
        members = List.copyOf(members);
    }
}
