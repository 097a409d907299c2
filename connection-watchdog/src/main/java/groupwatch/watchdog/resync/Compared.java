package groupwatch.watchdog.resync;

import groupwatch.events.message.Message;
import groupwatch.watchdog.resync.compare.Expected;
import groupwatch.watchdog.resync.compare.FoundRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of a page says.
 *
 * @param known rows of which ours has everything
 * @param unknown rows of which ours lacks something, with that as what is expected
 */
record Compared(List<Of> known, List<Of> unknown) {

    Compared {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
    }

    /**
     * A row compared.
     *
     * @param lacking what ours does not know
     * @param stored the message itself, as ours has it
     */
    record Of(
            FoundRow row, List<Expected> lacking, @Nullable Message stored) {

        Suspects.Key key() {
            return new Suspects.Key(row.chat(), row.id());
        }

        /** UTC. An edit moves the time of Evolution's row; ours is the true one. */
        LocalDate day() {
            Instant sentAt = stored == null ? null : stored.sentAt();
            return LocalDate.ofInstant(sentAt == null ? row.at() : sentAt, ZoneOffset.UTC);
        }

        Suspect suspect() {
            return new Suspect(row.chat(), row.id(), row.at(), day(), lacking, stored == null, null, 1, 0);
        }
    }

    static final Compared NOTHING = new Compared(List.of(), List.of());

    /** @param stored messages of the rows' chat, by id */
    static Compared of(List<FoundRow> rows, Map<String, Message> stored, String account) {
        List<Of> known = new ArrayList<>();
        List<Of> unknown = new ArrayList<>();
        for (FoundRow row : rows) {
            List<Expected> lacking = row.unknown(stored, account);
            (lacking.isEmpty() ? known : unknown).add(new Of(row, lacking, stored.get(row.id())));
        }
        return new Compared(known, unknown);
    }

    Compared and(Compared other) {
        List<Of> known = new ArrayList<>(this.known);
        known.addAll(other.known);
        List<Of> unknown = new ArrayList<>(this.unknown);
        unknown.addAll(other.unknown);
        return new Compared(known, unknown);
    }
}
