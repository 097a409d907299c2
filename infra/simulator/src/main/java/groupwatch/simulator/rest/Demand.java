package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import java.time.Duration;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** What a request must have; of Evolution's own in the words of its schema checker. */
final class Demand {

    private static final double LONGEST = 86_400;

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

    /** @throws EvolutionException 400 when it is not open */
    static void open(Instance instance) {
        if (!instance.link().isOpen()) {
            throw EvolutionException.badRequest("The \"" + instance.name() + "\" instance is not connected");
        }
    }

    /** @throws EvolutionException 400 when there is no account that anything could happen to */
    static void linked(Instance instance) {
        if (!instance.link().session()) {
            throw EvolutionException.badRequest("The \"" + instance.name() + "\" instance is not linked");
        }
    }

    /** A number of a body within its bounds. */
    static double within(JsonNode body, String name, double least, double most, double otherwise) {
        var said = body.path(name).asDouble(otherwise);
        if (said < least || said > most) {
            throw EvolutionException.badRequest("%s must be from %s to %s".formatted(name, (long) least, (long) most));
        }
        return said;
    }

    /** {@code seconds} of a body. */
    static Duration seconds(JsonNode body, double otherwise) {
        return Duration.ofMillis((long) (within(body, "seconds", 0, LONGEST, otherwise) * 1000));
    }
}
