package groupwatch.watchdog.coverage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is kept.
 *
 * @param recountEvery how often today and yesterday of groups in which something was said are counted anew, without any comparison
 */
@ConfigurationProperties("groupwatch.watchdog.coverage")
public record CoverageSettings(@DefaultValue("15m") Duration recountEvery) {

    public CoverageSettings {
        if (!recountEvery.isPositive()) {
            throw new IllegalArgumentException("groupwatch.watchdog.coverage.recount-every takes a time above 0");
        }
    }
}
