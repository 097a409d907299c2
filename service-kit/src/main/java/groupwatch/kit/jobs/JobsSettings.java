package groupwatch.kit.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are run and kept.
 *
 * @param poll how often a service looks for jobs that are due, besides being told
 * @param lease after how long a process that is silent is taken for dead, and its jobs are given to others
 * @param keepDone how long jobs are listed that are done
 * @param keepEnded how long jobs are listed that failed, expired or were cancelled
 */
@Validated
@ConfigurationProperties("groupwatch.jobs")
public record JobsSettings(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("7d") Duration keepDone,
        @DefaultValue("90d") Duration keepEnded) {}
