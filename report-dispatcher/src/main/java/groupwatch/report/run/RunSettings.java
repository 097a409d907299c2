package groupwatch.report.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are made and sent.
 *
 * @param lateness a run that was missed is made up for until so long after its due time
 * @param giveUpAfter how long a mail is tried that the mail server does not take
 * @param builds contents built at once in this process
 * @param mails handed over at once, by all replicas together
 * @param keep how long runs that ended are listed
 */
@ConfigurationProperties("groupwatch.report.run")
public record RunSettings(
        @DefaultValue("24h") Duration lateness,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("4") int builds,
        @DefaultValue("4") int mails,
        @DefaultValue("90d") Duration keep) {

    public RunSettings {
        require(isBetween(lateness, Duration.ofMinutes(10), Duration.ofDays(30)), "lateness takes 10m to 30d");
        require(isBetween(giveUpAfter, Duration.ofMinutes(10), Duration.ofDays(7)), "give-up-after takes 10m to 7d");
        require(builds >= 1, "builds takes 1 or more");
        require(mails >= 1, "mails takes 1 or more");
        require(isBetween(keep, Duration.ofDays(1), Duration.ofDays(3650)), "keep takes 1d to 3650d");
    }

    private static boolean isBetween(Duration given, Duration least, Duration most) {
        return given.compareTo(least) >= 0 && given.compareTo(most) <= 0;
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException("groupwatch.report.run." + what);
        }
    }
}
