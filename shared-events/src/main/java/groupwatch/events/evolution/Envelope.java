package groupwatch.events.evolution;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.evolution.json.Times;
import groupwatch.events.identity.Identities;
import groupwatch.events.identity.Jid;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.UnknownObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What surrounds every event: which, of whom, when told.
 *
 * @param event as written; empty when missing
 * @param account whose instance it is, once it was connected
 * @param emittedAt the same on every retry
 * @param root the whole body: history chunks carry fields at its top
 */
record Envelope(
        String event,
        @Nullable String instance,
        @Nullable Jid account,
        @Nullable Instant emittedAt,
        JsonNode data,
        JsonNode root) {

    static Envelope of(JsonNode root) {
        String event = Proto.text(root, "event");
        return new Envelope(
                event == null ? "" : event,
                Proto.text(root, "instance"),
                Proto.jid(root, "sender"),
                Times.iso(root.path("date_time")),
                root.path("data"),
                root);
    }

    /** When it was told; the epoch when not even that is known, so that anything with a time is newer. */
    Instant told() {
        return emittedAt == null ? Instant.EPOCH : emittedAt;
    }

    Identities accountIdentities() {
        return Identities.of(account);
    }

    /** {@code data} comes as one object or as an array, by event and by code path; one bad item spoils no other. */
    List<Observation> each(Function<JsonNode, List<Observation>> reader) {
        if (!data.isArray()) {
            return guarded(data, reader);
        }
        List<Observation> all = new ArrayList<>();
        data.forEach(item -> all.addAll(guarded(item, reader)));
        return all;
    }

    /** An item that is no object, or in which the reader finds nothing, is kept as it came. */
    private List<Observation> guarded(JsonNode item, Function<JsonNode, List<Observation>> reader) {
        try {
            List<Observation> observations = reader.apply(item);
            return observations.isEmpty() ? unknown(event, item) : observations;
        } catch (RuntimeException e) {
            return unknown(event + ": " + e.getClass().getSimpleName(), item);
        }
    }

    static List<Observation> unknown(String what, JsonNode raw) {
        return List.of(new UnknownObservation(what, raw));
    }
}
