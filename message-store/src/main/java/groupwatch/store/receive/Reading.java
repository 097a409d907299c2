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
 */
record Reading(Received received, @Nullable String rejection) {

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
            return new Reading(new Received(record, body, with(observed, List.of())), wrong);
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
        return new Reading(new Received(record, body, with(observed, storable)), rejection);
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
