package groupwatch.watchdog.resync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Evolution's message store is compared with ours.
 *
 * @param enabled false: only by hand
 * @param every what is newer than the last time
 * @param fullEvery the whole of {@code lookBack}
 * @param lookBack how far a full comparison goes back
 * @param overlap how much of what was compared already is compared again, for what came late
 * @param ahead how far ahead of our clock the times of messages may be
 * @param batch rows a page, as many as the message store is asked for at once
 * @param pagesPerMinute of an account, at most
 */
@ConfigurationProperties("groupwatch.watchdog.resync")
public record ResyncSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5m") Duration every,
        @DefaultValue("24h") Duration fullEvery,
        @DefaultValue("7d") Duration lookBack,
        @DefaultValue("1h") Duration overlap,
        @DefaultValue("10m") Duration ahead,
        @DefaultValue("100") int batch,
        @DefaultValue("120") int pagesPerMinute) {

    private static final String PREFIX = "groupwatch.watchdog.resync.";
    private static final Duration LONGEST = Duration.ofDays(400);

    public ResyncSettings {
        positive("every", every);
        positive("full-every", fullEvery);
        positive("look-back", lookBack);
        if (lookBack.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(PREFIX + "look-back takes at most 400 days");
        }
        if (overlap.isNegative()) {
            throw new IllegalArgumentException(PREFIX + "overlap takes 0 or a time above");
        }
        if (ahead.isNegative()) {
            throw new IllegalArgumentException(PREFIX + "ahead takes 0 or a time above");
        }
        if (batch < 1 || batch > 100) {
            throw new IllegalArgumentException(PREFIX + "batch takes a number from 1 to 100");
        }
        if (pagesPerMinute < 1 || pagesPerMinute > 6000) {
            throw new IllegalArgumentException(PREFIX + "pages-per-minute takes a number from 1 to 6000");
        }
    }

    private static void positive(String name, Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException(PREFIX + name + " takes a time above 0");
        }
    }
}
