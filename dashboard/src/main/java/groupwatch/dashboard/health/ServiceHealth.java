package groupwatch.dashboard.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One service's state.
 *
 * @param status as the service says itself; {@code DOWN} when it says nothing
 * @param components what it depends on (broker, database), as it says itself
 * @param reason why there is no answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceHealth(
        String status,
        @Nullable JsonNode components,
        @Nullable String reason) {

    static ServiceHealth told(JsonNode body) {
        JsonNode components = body.get("components");
        return new ServiceHealth(body.path("status").asString("UNKNOWN"), components, null);
    }

    static ServiceHealth silent(String reason) {
        return new ServiceHealth("DOWN", null, reason);
    }

    boolean isUp() {
        return status.equals("UP");
    }
}
