package groupwatch.simulator.flood;

import groupwatch.simulator.wire.Json;
import java.time.Clock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a history is like.
 *
 * @param talk messages, their times and mix
 * @param chunk messages told at once
 * @param stored whether they are in the instance's store, too
 */
public record HistoryOptions(FloodOptions talk, int chunk, boolean stored) {

    private static final int MOST = 10_000;

    public HistoryOptions {
        if (chunk < 1 || chunk > MOST) {
            throw new IllegalArgumentException("chunk must be from 1 to " + MOST);
        }
    }

    /** @throws IllegalArgumentException naming the option */
    public static HistoryOptions of(JsonNode said, Clock clock) {
        var talk = (ObjectNode) said.deepCopy();
        putIfAbsent(talk, "messages", 200_000);
        putIfAbsent(talk, "days", 365);
        return new HistoryOptions(
                FloodOptions.of(talk, clock, 0, 0, 0),
                said.path("chunk").asInt(500),
                said.path("stored").asBoolean(true));
    }

    private static void putIfAbsent(ObjectNode said, String name, int otherwise) {
        if (!said.has(name)) {
            said.put(name, otherwise);
        }
    }

    public int chunks() {
        return Math.ceilDiv(talk.messages(), chunk);
    }

    public ObjectNode json() {
        return Json.object()
                .put("messages", talk.messages())
                .put("chunk", chunk)
                .put("chunks", chunks())
                .put("groups", talk.groups())
                .put("seed", talk.seed())
                .put("days", talk.days())
                .put("direct", talk.direct())
                .put("end", talk.end().getEpochSecond())
                .put("stored", stored);
    }
}
