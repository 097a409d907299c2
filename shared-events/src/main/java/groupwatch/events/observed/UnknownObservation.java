package groupwatch.events.observed;

import tools.jackson.databind.JsonNode;

/**
 * What nobody understands yet: kept, not dropped.
 *
 * @param what an event name, or what is wrong with it
 * @param raw what was received; of bytes that are no JSON the beginning, as a string
 */
public record UnknownObservation(String what, JsonNode raw) implements Observation {}
