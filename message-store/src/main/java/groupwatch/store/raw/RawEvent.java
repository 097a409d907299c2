package groupwatch.store.raw;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A webhook as the gateway received it, without its API key; of an array only the part that is about the message.
 *
 * @param topic with partition and offset, where the broker has it
 * @param receivedAt when the gateway received it
 */
public record RawEvent(String topic, int partition, long offset, Instant receivedAt, JsonNode body) {}
