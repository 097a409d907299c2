package groupwatch.store.receive;

import groupwatch.events.evolution.EvolutionReader;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.UnknownObservation;
import groupwatch.kit.kafka.IncomingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read: what of it can be stored, and why the record goes to the dead letters if something cannot. Of
 * a history chunk with one bad message the others are stored all the same.
 *
 * @param refused messages and facts of captured chats that are past their retention
 */
record Reading(Received received, @Nullable String rejection, int refused) {

    /** Events of which every part is understood; an unknown part of another is kept as a raw event only. */
    private static final Set<String> UNDERSTOOD = Set.of(
            "messages.upsert",
            "messages.set",
            "messages.update",
            "messages.edited",
            "messages.delete",
            "send.message",
            "send.message.update",
            "call");

    static Reading of(IncomingRecord record, EvolutionReader reader) {
        byte[] body = StorableBody.of(record.value());
        Observed observed = reader.read(body);
        String wrong = wrong(observed);
        if (wrong != null) {
            return new Reading(new Received(record, body, with(observed, List.of())), wrong, 0);
        }
        List<Observation> storable = new ArrayList<>();
        String rejection = null;
        for (Observation observation : observed.observations()) {
            String violation = violation(observed, observation);
            if (violation == null) {
                storable.add(observation);
            } else {
                rejection = rejection == null ? violation : rejection;
            }
        }
        return new Reading(new Received(record, body, with(observed, storable)), rejection, 0);
    }

    /** Without what is past its chat's retention. */
    Reading within(Capture capture) {
        Observed observed = received.observed();
        Observed kept = capture.withinRetention(observed);
        return kept == observed
                ? this
                : new Reading(
                        new Received(received.record(), received.body(), kept),
                        rejection,
                        content(observed, capture) - content(kept, capture));
    }

    private static int content(Observed observed, Capture capture) {
        return (int) observed.observations().stream()
                .filter(observation -> Chats.isContent(observation) && capture.captures(Chats.of(observation)))
                .count();
    }

    private static @Nullable String wrong(Observed observed) {
        if (observed.event().isEmpty()) {
            return observed.observations().stream()
                    .filter(UnknownObservation.class::isInstance)
                    .map(unknown -> ((UnknownObservation) unknown).what())
                    .findFirst()
                    .orElse("names no event");
        }
        return observed.instance() == null ? null : Limits.instance(observed.instance());
    }

    private static @Nullable String violation(Observed observed, Observation observation) {
        if (observation instanceof UnknownObservation unknown && UNDERSTOOD.contains(observed.event())) {
            return "cannot be read: " + unknown.what();
        }
        if (observed.instance() == null && Chats.isContent(observation)) {
            return "names no instance";
        }
        return Limits.violation(observation);
    }

    private static Observed with(Observed observed, List<Observation> observations) {
        return new Observed(
                observed.event(), observed.instance(), observed.account(), observed.emittedAt(), observations);
    }
}
