package groupwatch.store.search.who;

import groupwatch.events.identity.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the names in a query mean; by name as it was typed.
 *
 * @param senders who {@code from:} means
 * @param chats which chats {@code in:} means
 * @param accounts of all these identities, those of linked accounts
 */
public record Resolved(Map<String, Sender> senders, Map<String, List<Chat>> chats, Set<String> accounts) {

    /**
     * @param identities all that these people have; none: nobody is called so
     * @param people the same, as they are shown
     */
    public record Sender(Set<String> identities, List<Person> people) {

        static final Sender NOBODY = new Sender(Set.of(), List.of());
    }

    public Set<String> identities(String sender) {
        return senders.getOrDefault(sender, Sender.NOBODY).identities();
    }

    public List<Person> people(String sender) {
        return senders.getOrDefault(sender, Sender.NOBODY).people();
    }

    public List<Chat> chats(String chat) {
        return chats.getOrDefault(chat, List.of());
    }
}
