package groupwatch.store.query;

import groupwatch.kit.database.Binding;
import groupwatch.store.chat.Chat;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Where messages are looked for: lanes of rows, each of which one index gives in the order of time. Several lanes are
 * merged by time.
 */
public sealed interface Lanes {

    /** In SQL, which rows {@code m} belong to the lane called {@code lane.key}; {@code $2} is {@link #within}. */
    String rows();

    /** In SQL, whether {@code m} is from one of the people {@code $9}. */
    default String from() {
        return SENT_BY;
    }

    Collection<String> keys();

    /** Binds what all lanes are limited to. */
    GenericExecuteSpec within(GenericExecuteSpec statement, int index);

    /**
     * As messages are shown: who is not named sent it from the other side of a direct chat, or from the linked account if
     * that has one number only.
     */
    String SENT_BY = """
            (m.sender_phone = ANY($9) OR m.sender_lid = ANY($9)
             OR m.sender_phone = '' AND m.sender_lid = '' AND CASE
                WHEN NOT m.from_me THEN NOT m.is_group AND m.chat = ANY($9)
                ELSE EXISTS (SELECT FROM store.message_sightings s JOIN store.accounts a USING (instance)
                    WHERE s.scope = m.scope AND s.id = m.id AND s.from_me
                    HAVING count(DISTINCT a.jid) = 1 AND min(a.jid) = ANY($9)) END)""";

    /** A chat; a direct one may lie under several identities of the other side. */
    record OfChat(Chat chat) implements Lanes {

        @Override
        public String rows() {
            return "m.chat = lane.key AND m.scope = $2";
        }

        @Override
        public Collection<String> keys() {
            return chat.jids();
        }

        @Override
        public GenericExecuteSpec within(GenericExecuteSpec statement, int index) {
            return statement.bind(index, chat.scope());
        }
    }

    /**
     * What a person said in groups, under any of their identities.
     *
     * @param groups absent: all of them
     */
    record OfPerson(Set<String> identities, @Nullable Set<String> groups) implements Lanes {

        @Override
        public String rows() {
            return "CASE WHEN m.sender_phone <> '' THEN m.sender_phone ELSE m.sender_lid END = lane.key"
                    + " AND m.is_group AND ($2::text[] IS NULL OR m.chat = ANY($2))";
        }

        @Override
        public Collection<String> keys() {
            return identities;
        }

        @Override
        public GenericExecuteSpec within(GenericExecuteSpec statement, int index) {
            return Binding.texts(statement, index, groups);
        }
    }

    /**
     * Calls. A direct one is from whoever called, and with the other side of its chat.
     *
     * @param groups absent: all of them, and direct ones
     */
    record OfCalls(@Nullable Set<String> groups) implements Lanes {

        @Override
        public String rows() {
            return "m.type = 'call' AND ($2::text[] IS NULL OR m.is_group AND m.chat = ANY($2))";
        }

        @Override
        public String from() {
            return "(" + SENT_BY + " OR NOT m.is_group AND m.chat = ANY($9))";
        }

        @Override
        public Collection<String> keys() {
            return List.of("");
        }

        @Override
        public GenericExecuteSpec within(GenericExecuteSpec statement, int index) {
            return Binding.texts(statement, index, groups);
        }
    }
}
