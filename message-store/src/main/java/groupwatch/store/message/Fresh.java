package groupwatch.store.message;

import groupwatch.store.message.MessageRows.Lock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The messages of a batch of which everything is known without asking the database: nothing was known of them before, and the batch
 * tells nothing but the message itself. That is nearly every message, and loading it back is more work than storing it.
 */
final class Fresh {

    private static final long FIRST_REVISION = 1;

    private Fresh() {}

    /** What the rows say of them as of this transaction. */
    static Map<MessageKey, Known> of(MessageFacts facts, Map<MessageKey, Lock> locks) {
        Set<MessageKey> more = facts.keysOfFacts();
        Map<MessageKey, List<Sighting>> sightings = new HashMap<>();
        facts.sightings.told().forEach(told -> sightings.merge(told.key(), List.of(told.fact()), Fresh::both));
        Map<MessageKey, Known> fresh = new HashMap<>();
        for (Told<StoredMessage> told : facts.messages.told()) {
            Lock lock = locks.get(told.key());
            if (lock != null && lock.fresh() && !more.contains(told.key()) && isNamed(told.fact())) {
                fresh.put(told.key(), known(told.fact(), sightings.getOrDefault(told.key(), List.of())));
            }
        }
        return fresh;
    }

    /** Who sent from a linked account that the gateway did not name is looked up among the accounts. */
    private static boolean isNamed(StoredMessage message) {
        return !message.fromMe() || message.sender().known();
    }

    private static Known known(StoredMessage message, List<Sighting> sightings) {
        return new Known(
                message,
                FIRST_REVISION,
                sightings,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static List<Sighting> both(List<Sighting> some, List<Sighting> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
