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
import groupwatch.report.run.DeliveryRows.Begun;
import groupwatch.report.run.RunJobs.MailOrder;
import groupwatch.report.unsubscribe.Suppressions;
import groupwatch.report.unsubscribe.UnsubscribeLinks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands a run's mail to one recipient over: the same mail at each attempt. */
@Component
class SendReport implements JobHandler<MailOrder> {

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
            RunRows runs,
            DeliveryRows deliveries,
            Suppressions suppressions,
            ComposeMail compose,
            SendMail send,
            UnsubscribeLinks links,
            SettleMail settle,
            RunJobs jobs,
            Clock clock) {
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
                .begin(order.run(), order.recipient(), clock.instant())
                .flatMap(begun -> attempt(job, begun))
                // it had ended when its process died, or its report was removed
                .switchIfEmpty(settle.checked(order).thenReturn(Outcome.DONE));
    }

    private Mono<Outcome> attempt(Job<MailOrder> job, Begun begun) {
        MailOrder order = job.payload();
        return runs.find(order.run())
                .flatMap(run -> suppressions
                        .suppressed(run.report().id(), List.of(order.recipient()))
                        .flatMap(unwilling -> unwilling.isEmpty()
                                ? mail(run, order.recipient())
                                        .flatMap(send::send)
                                        .flatMap(delivery -> settle.settled(order, begun, delivery)
                                                .thenReturn(outcome(job, delivery)))
                                : settle.suppressed(order, begun).thenReturn(Outcome.DONE)));
    }

    private Mono<Mail> mail(Run run, String recipient) {
        URI unsubscribe = links.of(run.report().id(), recipient);
        return runs.content(run.id())
                .flatMap(content -> compose.compose(run.report(), content, new Recipient(recipient, unsubscribe)))
                .map(composed -> mail(run, recipient, unsubscribe, composed));
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
