package groupwatch.kit.evolution;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a process calls itself towards Evolution. */
final class Watcher {

    private static final int LONGEST = 100;

    private Watcher() {}

    /** @return what is configured, else the host's name with something random */
    static String named(@Nullable String configured) {
        if (configured == null || configured.isBlank()) {
            return host() + "-" + UUID.randomUUID().toString().substring(0, 8);
        }
        if (!configured.matches("[\\x21-\\x7e]{1," + LONGEST + "}")) {
            throw new IllegalArgumentException(
                    "groupwatch.evolution.watcher takes a word of at most " + LONGEST + " ASCII characters");
        }
        return configured;
    }

    private static String host() {
        try {
            String host = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "-");
            return host.substring(0, Math.min(host.length(), LONGEST / 2));
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
