package groupwatch.watchdog.groups;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often all groups are fetched.
 *
 * @param every from the end of one to the next
 * @param firstPause after a failure; each further one doubles it
 * @param longestPause between two attempts, unless Evolution says longer
 */
@ConfigurationProperties("groupwatch.watchdog.groups")
record GroupSettings(
        @DefaultValue("6h") Duration every,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("30m") Duration longestPause) {

    GroupSettings {
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "groupwatch.watchdog.groups.every takes a time such as 6h, a minute or more");
        }
        if (firstPause.isNegative() || firstPause.isZero() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "groupwatch.watchdog.groups.longest-pause takes a time such as 30m, not shorter than first-pause");
        }
    }

    /** @param failures one after the other, this one included */
    Duration pauseAfter(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
