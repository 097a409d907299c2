package groupwatch.simulator.rest;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** What a request must have, in the words of Evolution's schema checker. */
final class Demand {

    private Demand() {}

    /** @throws EvolutionException 400 naming all that are missing */
    static void properties(JsonNode body, String... names) {
        of("instance", body, names);
    }

    static void of(String what, JsonNode body, String... names) {
        var missing = Arrays.stream(names)
                .filter(name -> !body.has(name))
                .map(name -> what + " requires property \"" + name + "\"")
                .toList();
        if (!missing.isEmpty()) {
            throw EvolutionException.invalid(missing);
        }
    }
}
