package groupwatch.events.evolution.content;

import groupwatch.events.message.MessageContent;
import tools.jackson.databind.JsonNode;

/** Reads the content under one key of {@code message}. */
@FunctionalInterface
interface ContentReader {

    /** @param content the value under the key, of whatever kind it came */
    MessageContent read(JsonNode content);
}
