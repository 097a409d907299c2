package groupwatch.store.search.query;

import groupwatch.events.message.MessageType;
import groupwatch.store.search.words.Word;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is looked for, as a tree. */
public sealed interface Query {

    /** All of them; none at all finds everything. */
    record And(List<Query> all) implements Query {}

    /** Any of them. */
    record Or(List<Query> any) implements Query {}

    record Not(Query query) implements Query {}

    /**
     * A word, or several that follow one another.
     *
     * @param written as typed, without quotes
     * @param exact whether it was quoted: then no stem will do
     * @param prefix whether the last word may go on
     */
    record Text(String written, List<Word> words, boolean exact, boolean prefix) implements Query {

        public boolean isPhrase() {
            return words.size() > 1;
        }
    }

    /** @param who a name, a phone number, a JID or {@code me} */
    record From(String who) implements Query {}

    /** @param chat a group's name or JID, or another chat's number or JID */
    record In(String chat) implements Query {}

    record OfType(Set<MessageType> types) implements Query {}

    /**
     * @param operator before, after or on
     * @param from inclusive
     * @param to exclusive
     */
    record Sent(String operator, String written, Instant from, Instant to) implements Query {}

    record Has(Feature feature) implements Query {}

    /** Seen by that linked account. */
    record Account(String instance) implements Query {}

    /** Whatever the query consists of, itself included. */
    default Stream<Query> parts() {
        return Stream.concat(
                Stream.of(this),
                switch (this) {
                    case And and -> and.all().stream().flatMap(Query::parts);
                    case Or or -> or.any().stream().flatMap(Query::parts);
                    case Not not -> not.query().parts();
                    default -> Stream.empty();
                });
    }

    /** What has to hold of every hit, part by part. */
    default Stream<Query> required() {
        return this instanceof And and ? and.all().stream().flatMap(Query::required) : Stream.of(this);
    }

    /** What may be the reason that something is found: everything that is not negated. */
    default Stream<Query> wanted() {
        return switch (this) {
            case And and -> and.all().stream().flatMap(Query::wanted);
            case Or or -> or.any().stream().flatMap(Query::wanted);
            case Not not -> Stream.empty();
            default -> Stream.of(this);
        };
    }
}
