package groupwatch.servers;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a broker is run.
 *
 * @param folder its data, properties and log; formatted when new
 * @param port where clients connect on 127.0.0.1; 0 takes a free one
 * @param heapMegabytes the heap of the broker's JVM
 * @param overrides broker properties that win over {@link BrokerConfiguration}'s
 */
public record BrokerSettings(Path folder, int port, int heapMegabytes, Map<String, String> overrides) {

    private static final int DEFAULT_HEAP = 256;

    public BrokerSettings {
        folder = folder.toAbsolutePath().normalize();
        overrides = Map.copyOf(overrides);
    }

    /** A small broker in that folder, on a free port. */
    public static BrokerSettings in(Path folder) {
        return new BrokerSettings(folder, 0, DEFAULT_HEAP, Map.of());
    }

    public BrokerSettings onPort(int port) {
        return new BrokerSettings(folder, port, heapMegabytes, overrides);
    }
}
