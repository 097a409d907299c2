package groupwatch.simulator.wire;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code contextInfo}, with the empty lists that Evolution puts into it. */
public final class Contexts {

    private static final int WEEK = 604_800;
    private static final int SET_BEFORE = 172_800;

    private Contexts() {}

    public static ObjectNode empty(List<String> mentioned) {
        var context = Json.object();
        context.set("mentionedJid", Json.strings(mentioned));
        context.set("groupMentions", Json.array());
        context.set("statusAttributions", Json.array());
        return context;
    }

    /** Of what the API sends to a direct chat; in media and places without the third list. */
    public static ObjectNode ofSent(Instant at, boolean text) {
        var context = empty(List.of());
        if (!text) {
            context.remove("statusAttributions");
        }
        context.set("ephemeralSettingTimestamp", Json.number(at.getEpochSecond() - SET_BEFORE));
        context.set("disappearingMode", Json.object().put("initiator", 0));
        return context;
    }

    static ObjectNode disappearing(List<String> mentioned, Instant at) {
        var context = empty(mentioned).put("expiration", WEEK);
        context.set("ephemeralSettingTimestamp", Json.number(at.getEpochSecond() - SET_BEFORE));
        return context;
    }
}
