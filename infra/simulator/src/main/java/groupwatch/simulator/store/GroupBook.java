package groupwatch.simulator.store;

import groupwatch.simulator.wire.Addressing;
import groupwatch.simulator.wire.Chat;
import groupwatch.simulator.wire.GroupJson;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The groups the account is in, and who is in them now. Every third of a story is an older one that still knows its people by number. */
public final class GroupBook {

    private static final int OLDER = 3;

    private final Persona account;
    private final Map<String, Entry> groups = new LinkedHashMap<>();

    private record Entry(Room room, Addressing addressing, List<Persona> people) {

        GroupJson json() {
            return new GroupJson(room, addressing, List.copyOf(people));
        }
    }

    public GroupBook(Persona account) {
        this.account = account;
    }

    public synchronized void enter(List<Room> rooms) {
        for (var room : rooms) {
            if (!groups.containsKey(room.jid())) {
                var addressing = groups.size() % OLDER == OLDER - 1 ? Addressing.PN : Addressing.LID;
                var people = new ArrayList<>(room.members());
                if (!people.contains(account)) {
                    people.add(account);
                }
                groups.put(room.jid(), new Entry(room, addressing, people));
            }
        }
    }

    public synchronized void join(Room room, Persona who) {
        var people = entry(room).people();
        if (!people.contains(who)) {
            people.add(who);
        }
    }

    public synchronized void leave(Room room, Persona who) {
        entry(room).people().remove(who);
    }

    public synchronized Chat.Group chat(Room room) {
        return new Chat.Group(room.jid(), entry(room).addressing());
    }

    public synchronized GroupJson json(Room room) {
        return entry(room).json();
    }

    public synchronized Optional<GroupJson> find(String jid) {
        return Optional.ofNullable(groups.get(jid)).map(Entry::json);
    }

    /** JIDs of everybody but the account itself, as the group knows them. */
    public synchronized List<String> others(String jid) {
        var entry = groups.get(jid);
        return entry == null
                ? List.of()
                : entry.people().stream()
                        .filter(person -> !person.equals(account))
                        .map(entry.addressing()::jid)
                        .toList();
    }

    public synchronized List<GroupJson> all() {
        return groups.values().stream().map(Entry::json).toList();
    }

    public synchronized List<Room> rooms() {
        return groups.values().stream().map(Entry::room).toList();
    }

    /** Everybody of all groups, once. */
    public synchronized List<Persona> people() {
        return groups.values().stream()
                .flatMap(entry -> entry.people().stream())
                .distinct()
                .toList();
    }

    private Entry entry(Room room) {
        enter(List.of(room));
        return Objects.requireNonNull(groups.get(room.jid()));
    }
}
