package groupwatch.report.alert;

import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Jobs;
import groupwatch.kit.jobs.NewJob;
import groupwatch.kit.jobs.RetrySchedule;
import groupwatch.report.alert.settings.AlertProperties;
import groupwatch.report.content.LinkAlert.Kind;
import groupwatch.report.mail.MailSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The jobs of alerts: one for each mail. */
@Component
class AlertJobs {

    static final String MAIL = "report-alert";

    /** Few mails, which wait for no report. */
    private static final String ALERTS = "all";

    private static final int AT_ONCE = 2;
    private static final Duration COMPOSING = Duration.ofMinutes(2);

    /** A mail in hand when the process stops is not cut off where nobody would know whether it was taken. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final RetrySchedule SCHEDULE = new RetrySchedule(List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(3),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30)));

    private final JobKind<AlertOrder> mail;
    private final AlertProperties settings;
    private final Jobs jobs;
    private final Clock clock;

    AlertJobs(AlertProperties settings, MailSettings mails, Jobs jobs, Clock clock) {
        this.mail = new JobKind<>(
                        MAIL,
                        AlertOrder.class,
                        SCHEDULE,
                        AT_ONCE,
                        AT_ONCE,
                        mails.timeLimit().plus(COMPOSING))
                .withGrace(GRACE);
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    JobKind<AlertOrder> mail() {
        return mail;
    }

    /** Within the transaction that adds the mails. */
    Mono<Void> mails(String outage, Kind kind, List<String> recipients) {
        Instant until = clock.instant().plus(settings.giveUpAfter());
        return Flux.fromIterable(recipients)
                .map(recipient -> new AlertOrder(outage, kind, recipient))
                .concatMap(order -> jobs.record(mail, new NewJob<>(order.key(), ALERTS, order, null, until)))
                .then();
    }

    /** After the transaction. */
    void announce() {
        jobs.announce();
    }
}
