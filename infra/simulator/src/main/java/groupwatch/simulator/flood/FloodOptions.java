package groupwatch.simulator.flood;

import groupwatch.simulator.wire.Json;
import java.time.Clock;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a flood is like. Shares are from 0 to 1.
 *
 * @param messages different ones; duplicates and changes come on top
 * @param rate messages a second at most, by the simulator's clock; 0: as fast as they are taken
 * @param days over which their times are spread, up to {@code end}
 * @param direct share that is in direct chats
 * @param lid share of the groups that know their people by LID
 * @param fromMe share the account itself sent
 * @param duplicates share that is told twice: half as the same request again, half as a new event
 * @param changes share that is edited, revoked or reacted to
 * @param shuffle how many events are mixed up with each other
 * @param live whether each message is of the moment in which it is told
 */
public record FloodOptions(
        int messages,
        double rate,
        long seed,
        int groups,
        int days,
        double direct,
        double lid,
        double fromMe,
        double duplicates,
        double changes,
        int shuffle,
        Instant end,
        boolean live) {

    private static final int MOST = 10_000_000;

    public FloodOptions {
        within("messages", messages, 0, MOST);
        within("rate", rate, 0, 100_000);
        within("groups", groups, 0, 100_000);
        within("days", days, 1, 3650);
        within("direct", direct, 0, 1);
        within("lid", lid, 0, 1);
        within("fromMe", fromMe, 0, 1);
        within("duplicates", duplicates, 0, 1);
        within("changes", changes, 0, 1);
        within("shuffle", shuffle, 0, 100_000);
    }

    /** @throws IllegalArgumentException naming the option */
    public static FloodOptions of(JsonNode said, Clock clock, double duplicates, double changes, int shuffle) {
        return new FloodOptions(
                said.path("messages").asInt(1_000),
                said.path("rate").asDouble(0),
                said.path("seed").asLong(1),
                said.path("groups").asInt(20),
                said.path("days").asInt(7),
                said.path("direct").asDouble(0.25),
                said.path("lid").asDouble(0.8),
                said.path("fromMe").asDouble(0.08),
                said.path("duplicates").asDouble(duplicates),
                said.path("changes").asDouble(changes),
                said.path("shuffle").asInt(shuffle),
                Instant.ofEpochSecond(said.path("end").asLong(clock.instant().getEpochSecond())),
                said.path("live").asBoolean(false));
    }

    public ObjectNode json() {
        return Json.object()
                .put("messages", messages)
                .put("rate", rate)
                .put("seed", seed)
                .put("groups", groups)
                .put("days", days)
                .put("direct", direct)
                .put("lid", lid)
                .put("fromMe", fromMe)
                .put("duplicates", duplicates)
                .put("changes", changes)
                .put("shuffle", shuffle)
                .put("end", end.getEpochSecond())
                .put("live", live);
    }

    private static void within(String name, double value, double least, double most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be from %s to %s".formatted(name, (long) least, (long) most));
        }
    }
}
