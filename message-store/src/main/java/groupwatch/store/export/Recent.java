package groupwatch.store.export;

import groupwatch.store.message.MessageKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The messages that were told last, as many as fit. A message whose time is corrected to an earlier one while a walk goes
 * towards older messages would be met a second time; corrections are of seconds or minutes, so the last ones are enough.
 */
final class Recent {

    private static final int MOST = 10_000;

    private final Map<MessageKey, Boolean> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageKey, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** False when it was told already. */
    boolean add(MessageKey key) {
        return told.put(key, true) == null;
    }
}
