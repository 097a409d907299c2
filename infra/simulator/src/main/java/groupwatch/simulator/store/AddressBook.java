package groupwatch.simulator.store;

import groupwatch.simulator.media.Noise;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts or chats of one instance. */
public final class AddressBook {

    private static final int LIMIT = 5_000;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** @param name absent where nobody told one */
    public record Entry(
            String databaseId, String jid, @Nullable String name, Instant createdAt, Instant updatedAt) {

        /** One nobody told the name of. */
        public static Entry unnamed(String jid, Instant at) {
            return new Entry("c" + HexFormat.of().formatHex(Noise.bytes(jid, 12)), jid, null, at, at);
        }

        public boolean isGroup() {
            return jid.endsWith("@g.us");
        }
    }

    /** Returns whether it was not there before. */
    public synchronized boolean put(String jid, @Nullable String name, Instant at) {
        var known = entries.get(jid);
        if (known != null) {
            entries.put(
                    jid, new Entry(known.databaseId(), jid, name == null ? known.name() : name, known.createdAt(), at));
            return false;
        }
        if (entries.size() < LIMIT) {
            var unnamed = Entry.unnamed(jid, at);
            entries.put(jid, new Entry(unnamed.databaseId(), jid, name, at, at));
        }
        return true;
    }

    public synchronized Optional<Entry> find(String jid) {
        return Optional.ofNullable(entries.get(jid));
    }

    public synchronized List<Entry> all() {
        return List.copyOf(entries.values());
    }

    public synchronized int size() {
        return entries.size();
    }
}
