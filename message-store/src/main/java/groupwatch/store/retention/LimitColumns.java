package groupwatch.store.retention;

import java.time.Instant;
import java.util.Map;

/** Limits as the database takes them: as text, and for ever as the time before all others. */
final class LimitColumns {

    private LimitColumns() {}

    static String text(Instant since) {
        return since.equals(KeptSince.ALWAYS) ? "-infinity" : since.toString();
    }

    static String[] chats(KeptSince keptSince) {
        return keptSince.groups().keySet().stream().sorted().toArray(String[]::new);
    }

    /** In the order of {@link #chats}. */
    static String[] limits(KeptSince keptSince) {
        return keptSince.groups().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> text(entry.getValue()))
                .toArray(String[]::new);
    }
}
