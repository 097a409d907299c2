package groupwatch.events.evolution;

import groupwatch.events.observed.Observation;
import groupwatch.events.observed.RevokeSeen;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * {@code messages.delete}: received, {@code data} is the key, its participant being who deleted; made by the API it
 * is the old message with the key inside, and {@code id} is the gateway's own.
 */
final class DeleteEvents {

    private DeleteEvents() {}

    static List<Observation> read(Envelope envelope) {
        return envelope.each(data -> delete(envelope, data));
    }

    private static List<Observation> delete(Envelope envelope, JsonNode data) {
        JsonNode fields = data.path("key").isObject() ? data.path("key") : data;
        MessageKey key = MessageKey.of(fields, envelope.accountIdentities());
        String id = key.id();
        if (id == null) {
            return List.of();
        }
        List<Observation> facts = new ArrayList<>();
        facts.add(new RevokeSeen(id, key.chat(), key.author(), envelope.told()));
        facts.addAll(IdentityLinks.between(key.peer()));
        return facts;
    }
}
