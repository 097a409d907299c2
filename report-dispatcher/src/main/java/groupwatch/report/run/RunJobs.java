package groupwatch.report.run;

import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Jobs;
import groupwatch.kit.jobs.NewJob;
import groupwatch.kit.jobs.RetrySchedule;
import groupwatch.report.build.SummariesSettings;
import groupwatch.report.mail.MailSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The jobs of runs: one that makes the content, and one for each mail. */
@Component
class RunJobs {

    static final String BUILD = "report-run";
    static final String MAIL = "report-mail";

    /** What the mail server bears. */
    private static final String MAILS = "all";

    /** Building takes this longer than waiting for summaries, handing over longer than the mail server may take. */
    private static final Duration BUILDING = Duration.ofMinutes(10);

    private static final Duration COMPOSING = Duration.ofMinutes(2);

    /** A mail in hand when the process stops is not cut off where nobody would know whether it was taken. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** However late it is already, the content has so long to be made. */
    private static final Duration LEAST_TIME = Duration.ofHours(1);

    private static final RetrySchedule SCHEDULE = new RetrySchedule(List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1)));

    private final JobKind<BuildOrder> build;
    private final JobKind<MailOrder> mail;
    private final RunSettings settings;
    private final Jobs jobs;
    private final Clock clock;

    RunJobs(RunSettings settings, SummariesSettings summaries, MailSettings mails, Jobs jobs, Clock clock) {
        this.build = new JobKind<>(
                BUILD,
                BuildOrder.class,
                SCHEDULE,
                settings.builds(),
                1,
                summaries.patience().plus(BUILDING));
        this.mail = new JobKind<>(
                        MAIL,
                        MailOrder.class,
                        SCHEDULE,
                        settings.mails(),
                        settings.mails(),
                        mails.timeLimit().plus(COMPOSING))
                .withGrace(GRACE);
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    record BuildOrder(UUID run) {}

    record MailOrder(UUID run, String recipient) {}

    JobKind<BuildOrder> build() {
        return build;
    }

    JobKind<MailOrder> mail() {
        return mail;
    }

    /** Within the transaction that adds the run. Runs of a report are built one after the other: each leaves out what the one before tells. */
    Mono<Void> build(Run run) {
        Instant late = run.dueAt().plus(settings.lateness());
        Instant least = clock.instant().plus(LEAST_TIME);
        return jobs.record(
                        build,
                        new NewJob<>(
                                run.id().toString(),
                                run.report().id().toString(),
                                new BuildOrder(run.id()),
                                null,
                                late.isAfter(least) ? late : least))
                .then();
    }

    /** Within the transaction that adds the deliveries. */
    Mono<Void> mails(UUID run, List<String> recipients) {
        Instant until = clock.instant().plus(settings.giveUpAfter());
        return Flux.fromIterable(recipients)
                .concatMap(recipient -> jobs.record(
                        mail, new NewJob<>(run + ":" + recipient, MAILS, new MailOrder(run, recipient), null, until)))
                .then();
    }

    /** After the transaction. */
    void announce() {
        jobs.announce();
    }
}
