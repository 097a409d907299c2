package groupwatch.store.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a batch changed: messages that were stored or got better content, and what happened to messages. */
record Changes(List<StoredMessage> stored, List<Told<? extends Fact>> facts) {

    /** What changed of one message. */
    record OfMessage(List<StoredMessage> stored, List<Told<? extends Fact>> facts) {

        OfMessage() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    SortedMap<MessageKey, OfMessage> byMessage() {
        SortedMap<MessageKey, OfMessage> changes = new TreeMap<>();
        stored.forEach(message -> of(message.key(), changes).stored().add(message));
        facts.forEach(fact -> of(fact.key(), changes).facts().add(fact));
        return changes;
    }

    Set<Source> sources() {
        Set<Source> sources = new HashSet<>();
        stored.forEach(message -> sources.add(message.source()));
        facts.forEach(fact -> sources.add(fact.source()));
        return sources;
    }

    private static OfMessage of(MessageKey key, SortedMap<MessageKey, OfMessage> changes) {
        return changes.computeIfAbsent(key, absent -> new OfMessage());
    }
}
