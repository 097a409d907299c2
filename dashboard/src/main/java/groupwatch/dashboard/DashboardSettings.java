package groupwatch.dashboard;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are and how the edge treats callers.
 *
 * @param services base address of each service by its name
 * @param connectTimeout longest wait for a connection to a service
 * @param firstByteTimeout longest wait for an answer to begin
 * @param idleTimeout longest silence of a service within an answer that the caller waits for; live streams send a sign of life more often
 * @param readerTimeout longest time in which a caller takes nothing of an answer
 * @param maxConnections to all services together; twice as many requests wait for one
 * @param rateLimit of one token
 * @param cors for pages of other origins
 */
@ConfigurationProperties("groupwatch.dashboard")
public record DashboardSettings(
        @DefaultValue Map<String, URI> services,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("30s") Duration firstByteTimeout,
        @DefaultValue("2m") Duration idleTimeout,
        @DefaultValue("15m") Duration readerTimeout,
        @DefaultValue("200") int maxConnections,
        @DefaultValue RateLimit rateLimit,
        @DefaultValue Cors cors) {

    public DashboardSettings {
        services = Map.copyOf(services);
        services.forEach(DashboardSettings::check);
    }

    /**
     * @param perSecond requests a second in the long run
     * @param burst requests at once after a pause
     */
    public record RateLimit(
            @DefaultValue("50") long perSecond,
            @DefaultValue("200") long burst) {

        public RateLimit {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException(
                        "groupwatch.dashboard.rate-limit takes one request or more for per-second and burst");
            }
        }
    }

    /** @param allowedOrigins as {@code https://pages.example.com}; none: closed */
    public record Cors(@DefaultValue List<String> allowedOrigins) {

        public Cors {
            allowedOrigins = List.copyOf(allowedOrigins);
        }
    }

    private static void check(String name, URI address) {
        if (address.getHost() == null
                || address.getRawQuery() != null
                || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException("groupwatch.dashboard.services." + name
                    + " takes an address as http://127.0.0.1:8087, not " + address);
        }
    }
}
