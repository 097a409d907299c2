package groupwatch.kit.evolution;

import java.net.URI;
import java.util.Objects;

/**
 * One instance on one Evolution server.
 *
 * @param server without a slash at its end
 * @param key the server's global key, or the instance's own
 * @param instance its name
 */
public record EvolutionAddress(URI server, String key, String instance) {

    public EvolutionAddress {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(instance, "instance");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return instance + " on " + server;
    }
}
