package groupwatch.watchdog.link;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently a link is kept alive.
 *
 * @param check how often each account is looked at
 * @param firstPause between two attempts to open a link; it doubles each time
 * @param longestPause the ceiling of that
 * @param awayPause between two looks at an Evolution that does not answer, at most
 * @param refusedPause between two looks at an Evolution that does not take the key
 * @param stuck how long it may connect until it is helped
 * @param storm so many openings within ten minutes are a storm
 * @param stable how long a link must hold after a storm until it counts as open
 */
@ConfigurationProperties("groupwatch.watchdog.link")
public record LinkSettings(
        @DefaultValue("1m") Duration check,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("1m") Duration awayPause,
        @DefaultValue("30m") Duration refusedPause,
        @DefaultValue("2m") Duration stuck,
        @DefaultValue("6") int storm,
        @DefaultValue("2m") Duration stable) {

    public LinkSettings {
        if (check.isNegative() || check.isZero()) {
            throw new IllegalArgumentException("groupwatch.watchdog.link.check takes a time such as 1m");
        }
        if (firstPause.isNegative() || firstPause.isZero() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "groupwatch.watchdog.link.longest-pause takes a time such as 10m, not shorter than first-pause");
        }
        if (storm < 2) {
            throw new IllegalArgumentException("groupwatch.watchdog.link.storm takes a number from 2 on");
        }
    }
}
