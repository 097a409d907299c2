package groupwatch.summary.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group.
 *
 * @param language it is searched in, ISO 639-1, where one was chosen
 * @param names of its people by JID and LID, as far as they are told; empty in a list of groups
 * @param monitored whether its messages are kept
 */
public record StoredGroup(
        String jid, @Nullable String name, @Nullable String language, boolean monitored, Map<String, String> names) {

    public StoredGroup {
        names = Map.copyOf(names);
    }
}
