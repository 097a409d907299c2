package groupwatch.store.message;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Person;
import groupwatch.events.message.Reply;
import groupwatch.store.message.Fact.Acknowledged;
import groupwatch.store.message.Fact.CallStep;
import groupwatch.store.message.Fact.Edited;
import groupwatch.store.message.Fact.Reacted;
import groupwatch.store.message.Fact.Revoked;
import groupwatch.store.message.Fact.Voted;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one message, as its rows have it.
 *
 * @param media what became of its file; absent while nobody told
 */
record Known(
        StoredMessage message,
        long revision,
        List<Sighting> sightings,
        List<Edited> edits,
        List<Revoked> revokes,
        List<Reacted> reactions,
        List<Voted> votes,
        List<Acknowledged> receipts,
        List<CallStep> calls,
        @Nullable MediaResult media) {

    /** Everybody who appears in it, as seen. */
    Stream<Identities> people() {
        Reply reply = message.content().content().replyTo();
        Person quoted = reply == null ? null : reply.sender();
        return Stream.of(
                        Stream.of(message.sender(), Persons.seen(message.chat())),
                        Stream.ofNullable(quoted).map(Persons::seen),
                        revokes.stream().map(Revoked::by),
                        reactions.stream().map(Reacted::by),
                        votes.stream().map(Voted::by),
                        receipts.stream().map(Acknowledged::by))
                .flatMap(people -> people);
    }
}
