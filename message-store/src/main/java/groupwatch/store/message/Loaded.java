package groupwatch.store.message;

import groupwatch.events.message.Message;
import java.util.Map;
import java.util.Objects;

/** Messages as they are shown, with the rows and the people they were folded from. */
record Loaded(Map<MessageKey, Known> known, Map<MessageKey, Message> messages, Persons people) {

    /** Not where only facts are known of a message that has not come yet. */
    boolean has(MessageKey key) {
        return messages.containsKey(key);
    }

    Message message(MessageKey key) {
        return Objects.requireNonNull(messages.get(key));
    }

    Known known(MessageKey key) {
        return Objects.requireNonNull(known.get(key));
    }
}
