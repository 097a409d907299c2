package groupwatch.events.evolution;

import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.CallSeen;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.IdentitiesLinked;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.ParticipantSeen;
import groupwatch.events.observed.ParticipantsChanged;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.ReceiptSeen;
import groupwatch.events.observed.RevokeSeen;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds where a payload names a person both by number and by LID. */
final class IdentityLinks {

    private IdentityLinks() {}

    static List<Observation> in(List<Observation> observations) {
        return observations.stream()
                .flatMap(IdentityLinks::people)
                .flatMap(person -> between(person).stream())
                .toList();
    }

    static List<Observation> between(Identities person) {
        Jid lid = person.lid();
        Jid phone = person.phone();
        return lid != null && phone != null && phone.isPhone() ? List.of(new IdentitiesLinked(lid, phone)) : List.of();
    }

    private static Stream<Identities> people(Observation observation) {
        return switch (observation) {
            case MessageSeen seen -> Stream.of(seen.sender());
            case RevokeSeen seen -> Stream.of(seen.by());
            case ReactionSeen seen -> Stream.of(seen.sender());
            case PollVoteSeen seen -> Stream.of(seen.voter());
            case ReceiptSeen seen -> Stream.of(seen.person());
            case CallSeen seen -> Stream.of(seen.from());
            case ParticipantsChanged seen ->
                Stream.concat(
                        Stream.of(seen.author()), seen.participants().stream().map(ParticipantSeen::person));
            case GroupSeen seen ->
                Stream.concat(
                        Stream.of(seen.owner(), seen.author()),
                        Objects.requireNonNullElse(seen.participants(), List.<ParticipantSeen>of()).stream()
                                .map(ParticipantSeen::person));
            default -> Stream.empty();
        };
    }
}
