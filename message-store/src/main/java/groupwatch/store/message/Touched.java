package groupwatch.store.message;

import groupwatch.store.activity.Quarter;
import groupwatch.store.message.Fact.Edited;
import groupwatch.store.message.Fact.Revoked;
import groupwatch.store.message.MessageRows.Lock;
import groupwatch.store.message.MessageRows.Written;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quarters of an hour in which a batch changed what is counted: where messages are and where they were before, and
 * where those are that were edited or revoked. What comes before its message is counted when the message comes.
 */
final class Touched {

    private Touched() {}

    static Set<Quarter> quarters(Written written, Collection<Told<? extends Fact>> facts, Map<MessageKey, Lock> locks) {
        Set<Quarter> quarters = new HashSet<>();
        written.touched().forEach(message -> quarters.add(quarter(message)));
        written.stored().stream()
                .filter(Touched::isByUnnamedAccount)
                .forEach(message -> quarters.add(quarter(message)));
        Map<MessageKey, Quarter> places = places(written.stored());
        facts.stream().filter(Touched::isCounted).forEach(told -> {
            Quarter quarter = places.computeIfAbsent(told.key(), key -> quarter(locks.get(key)));
            if (quarter != null) {
                quarters.add(quarter);
            }
        });
        return quarters;
    }

    /** Who that is depends on who saw it, which is no part of the row. */
    private static boolean isByUnnamedAccount(StoredMessage message) {
        return message.fromMe() && !message.sender().known();
    }

    private static boolean isCounted(Told<? extends Fact> told) {
        return told.fact() instanceof Edited || told.fact() instanceof Revoked;
    }

    private static Map<MessageKey, Quarter> places(List<StoredMessage> stored) {
        Map<MessageKey, Quarter> places = new HashMap<>();
        stored.forEach(message -> places.put(message.key(), quarter(message)));
        return places;
    }

    private static Quarter quarter(StoredMessage message) {
        return Quarter.of(message.key().scope(), message.chat(), message.sentAt());
    }

    private static @Nullable Quarter quarter(@Nullable Lock lock) {
        return lock == null || lock.chat() == null || lock.sentAt() == null
                ? null
                : Quarter.of(lock.key().scope(), lock.chat(), lock.sentAt());
    }
}
