package groupwatch.dashboard.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The suite's state.
 *
 * @param services by name; absent in the short form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuiteHealth(State status, @Nullable Map<String, ServiceHealth> services) {

    /** What takes webhooks in: while it is up, nothing is lost. */
    private static final String INTAKE = "ingest-gateway";

    enum State {
        UP,
        /** webhooks are kept, but not everything is served */
        DEGRADED,
        /** webhooks are not kept */
        DOWN
    }

    static SuiteHealth of(Map<String, ServiceHealth> services) {
        return new SuiteHealth(state(services), new TreeMap<>(services));
    }

    SuiteHealth shortForm() {
        return new SuiteHealth(status, null);
    }

    private static State state(Map<String, ServiceHealth> services) {
        ServiceHealth intake = services.get(INTAKE);
        if (intake == null || !intake.isUp()) {
            return State.DOWN;
        }
        return services.values().stream().allMatch(ServiceHealth::isUp) ? State.UP : State.DEGRADED;
    }
}
