package groupwatch.simulator.instance;

import groupwatch.simulator.wire.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The flags of {@code /settings}. They are kept and told, and {@code groupsIgnore} is heeded; there is no phone that could heed the rest. */
public record InstanceSettings(
        boolean rejectCall,
        String msgCall,
        boolean groupsIgnore,
        boolean alwaysOnline,
        boolean readMessages,
        boolean readStatus,
        boolean syncFullHistory) {

    public static final List<String> REQUIRED =
            List.of("rejectCall", "groupsIgnore", "alwaysOnline", "readMessages", "readStatus", "syncFullHistory");

    /** What is not said is off. */
    public static InstanceSettings of(JsonNode said) {
        return new InstanceSettings(
                said.path("rejectCall").asBoolean(false),
                said.path("msgCall").asString(""),
                said.path("groupsIgnore").asBoolean(false),
                said.path("alwaysOnline").asBoolean(false),
                said.path("readMessages").asBoolean(false),
                said.path("readStatus").asBoolean(false),
                said.path("syncFullHistory").asBoolean(false));
    }

    public ObjectNode json() {
        return Json.object()
                .put("rejectCall", rejectCall)
                .put("msgCall", msgCall)
                .put("groupsIgnore", groupsIgnore)
                .put("alwaysOnline", alwaysOnline)
                .put("readMessages", readMessages)
                .put("readStatus", readStatus)
                .put("syncFullHistory", syncFullHistory)
                .put("wavoipToken", "");
    }
}
