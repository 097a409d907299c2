package groupwatch.report.run;

import groupwatch.kit.jobs.Job;
import groupwatch.kit.jobs.JobHandler;
import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Outcome;
import groupwatch.report.compose.ComposeMail;
import groupwatch.report.compose.Composed;
import groupwatch.report.compose.Recipient;
import groupwatch.report.mail.Delivery;
import groupwatch.report.mail.Mail;
import groupwatch.report.mail.SendMail;
import groupwatch.report.plan.ReportRows;
import groupwatch.report.run.RunJobs.MailOrder;
import groupwatch.report.unsubscribe.Suppressions;
import groupwatch.report.unsubscribe.UnsubscribeLinks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands a run's mail to one recipient over: the same mail at each attempt. */
@Component
class SendReport implements JobHandler<MailOrder> {

    private static final Logger log = LoggerFactory.getLogger(SendReport.class);

    private final ReportRows reports;
    private final RunRows runs;
    private final DeliveryRows deliveries;
    private final Suppressions suppressions;
    private final ComposeMail compose;
    private final SendMail send;
    private final UnsubscribeLinks links;
    private final SettleMail settle;
    private final RunJobs jobs;
    private final Clock clock;

    SendReport(
            ReportRows reports,
            RunRows runs,
            DeliveryRows deliveries,
            Suppressions suppressions,
            ComposeMail compose,
            SendMail send,
            UnsubscribeLinks links,
            SettleMail settle,
            RunJobs jobs,
            Clock clock) {
        this.reports = reports;
        this.runs = runs;
        this.deliveries = deliveries;
        this.suppressions = suppressions;
        this.compose = compose;
        this.send = send;
        this.links = links;
        this.settle = settle;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobKind<MailOrder> kind() {
        return jobs.mail();
    }

    @Override
    public Mono<Outcome> run(Job<MailOrder> job) {
        MailOrder order = job.payload();
        return deliveries
                .open(order.run(), order.recipient())
                .flatMap(open -> runs.find(order.run()))
                .flatMap(run -> wanted(run, order.recipient())
                        .flatMap(wanted -> wanted
                                ? attempt(job, run)
                                : settle.unwanted(order).thenReturn(Outcome.DONE)))
                // it had ended when its process died, or its report was removed
                .switchIfEmpty(settle.checked(order).thenReturn(Outcome.DONE));
    }

    /** Whether it is still for them: since the mail was made they may have ended it, or were taken off the report. */
    private Mono<Boolean> wanted(Run run, String recipient) {
        UUID report = run.report().id();
        return reports.find(report)
                .filter(planned -> planned.report().recipients().stream().anyMatch(recipient::equalsIgnoreCase))
                .flatMap(planned -> suppressions.suppressed(report, List.of(recipient)))
                .map(Set::isEmpty)
                .defaultIfEmpty(false);
    }

    private Mono<Outcome> attempt(Job<MailOrder> job, Run run) {
        MailOrder order = job.payload();
        return mail(run, order.recipient())
                .flatMap(mail -> deliveries
                        .begin(order.run(), order.recipient(), clock.instant())
                        .flatMap(begun -> send.send(mail)
                                .flatMap(delivery ->
                                        settle.settled(order, begun, delivery).thenReturn(outcome(job, delivery)))))
                .onErrorResume(
                        NotComposedException.class,
                        error -> deliveries
                                .delayed(order.run(), order.recipient(), String.valueOf(error.getMessage()))
                                .thenReturn(new Outcome.Again(String.valueOf(error.getMessage()))));
    }

    private Mono<Mail> mail(Run run, String recipient) {
        URI unsubscribe = links.of(run.report().id(), recipient);
        return runs.content(run.id())
                .flatMap(content -> compose.compose(run.report(), content, new Recipient(recipient, unsubscribe)))
                .map(composed -> mail(run, recipient, unsubscribe, composed))
                .doOnError(error -> log.error("A mail of run {} could not be composed", run.id(), error))
                .onErrorMap(NotComposedException::new)
                .switchIfEmpty(Mono.error(() -> new NotComposedException(null)));
    }

    private static Mail mail(Run run, String recipient, URI unsubscribe, Composed composed) {
        return new Mail(
                RunIds.mail(run.id(), recipient),
                Objects.requireNonNull(run.builtAt()),
                recipient,
                composed.subject(),
                composed.html(),
                composed.text(),
                composed.images(),
                run.report().name(),
                unsubscribe);
    }

    private Outcome outcome(Job<MailOrder> job, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> Outcome.DONE;
            case Delivery.Refused refused -> new Outcome.Failed(refused.said());
            case Delivery.Unusable unusable -> new Outcome.Again(unusable.said());
            case Delivery.Deferred deferred -> outcome(job, deferred);
        };
    }

    /** A pause the server asks for is no failed attempt, unless time is over before it ends. */
    private Outcome outcome(Job<MailOrder> job, Delivery.Deferred deferred) {
        Duration pause = deferred.pause();
        Instant until = job.expiresAt();
        return pause != null && (until == null || clock.instant().plus(pause).isBefore(until))
                ? new Outcome.Later(deferred.said(), pause)
                : new Outcome.Again(deferred.said());
    }

    @Override
    public Mono<Void> expire(Job<MailOrder> job, String error) {
        return settle.expired(job.payload());
    }
}
