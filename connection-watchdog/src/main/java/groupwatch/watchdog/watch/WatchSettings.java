package groupwatch.watchdog.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who watches.
 *
 * @param lease how long a replica has an account unless it renews that; when it dies, another takes over within this time and one renewal
 * @param renew how often it does
 * @param call longest call to Evolution
 */
@ConfigurationProperties("groupwatch.watchdog.watch")
public record WatchSettings(
        @DefaultValue("20s") Duration lease,
        @DefaultValue("4s") Duration renew,
        @DefaultValue("12s") Duration call) {

    public WatchSettings {
        if (renew.isNegative() || renew.isZero() || renew.multipliedBy(2).compareTo(lease) > 0) {
            throw new IllegalArgumentException(
                    "groupwatch.watchdog.watch.renew takes a time such as 4s, at most half of groupwatch.watchdog.watch.lease");
        }
    }

    /**
     * Who has not been seen for so long takes no share any more: a renewal before its leases are over, so that they are within others' shares
     * when they are.
     */
    Duration gone() {
        return lease.minus(renew);
    }
}
