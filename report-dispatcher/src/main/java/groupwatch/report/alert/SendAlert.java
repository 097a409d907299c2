package groupwatch.report.alert;

import groupwatch.kit.jobs.Job;
import groupwatch.kit.jobs.JobHandler;
import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Outcome;
import groupwatch.report.alert.settings.CurrentAlerts;
import groupwatch.report.compose.ComposeMail;
import groupwatch.report.compose.Composed;
import groupwatch.report.content.LinkAlert;
import groupwatch.report.content.LinkAlert.Kind;
import groupwatch.report.mail.Delivery;
import groupwatch.report.mail.Mail;
import groupwatch.report.mail.SendMail;
import groupwatch.report.unsubscribe.Suppressions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands an alert's mail to one recipient over: the same mail at each attempt. */
@Component
class SendAlert implements JobHandler<AlertOrder> {

    /** Until it is looked again whether the mail before this one is out. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private final AlertMailRows mails;
    private final CurrentAlerts alerts;
    private final Suppressions suppressions;
    private final ComposeMail compose;
    private final SendMail send;
    private final AlertJobs jobs;
    private final AlertMetrics metrics;
    private final Clock clock;

    SendAlert(
            AlertMailRows mails,
            CurrentAlerts alerts,
            Suppressions suppressions,
            ComposeMail compose,
            SendMail send,
            AlertJobs jobs,
            AlertMetrics metrics,
            Clock clock) {
        this.mails = mails;
        this.alerts = alerts;
        this.suppressions = suppressions;
        this.compose = compose;
        this.send = send;
        this.jobs = jobs;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public JobKind<AlertOrder> kind() {
        return jobs.mail();
    }

    @Override
    public Mono<Outcome> run(Job<AlertOrder> job) {
        AlertOrder order = job.payload();
        return mails.open(order)
                .flatMap(alert -> before(order)
                        .flatMap(before -> before == MailState.WAITING
                                ? Mono.just(new Outcome.Later("The mail that it is down goes first.", TURN))
                                : inTurn(job, alert, before)))
                .switchIfEmpty(unwanted(order));
    }

    /** Where the mail that it is down stands; one that says so itself waits for none. */
    private Mono<MailState> before(AlertOrder order) {
        return order.kind() == Kind.DOWN
                ? Mono.just(MailState.ACCEPTED)
                : mails.state(order, Kind.DOWN).defaultIfEmpty(MailState.SUPPRESSED);
    }

    private Mono<Outcome> inTurn(Job<AlertOrder> job, LinkAlert alert, MailState before) {
        return before == MailState.ACCEPTED
                ? wanted(job.payload().recipient())
                        .flatMap(wanted -> wanted ? attempt(job, alert) : unwanted(job.payload()))
                : unwanted(job.payload());
    }

    /** Since the mail was made they may have ended it, or were taken off. */
    private Mono<Boolean> wanted(String recipient) {
        return alerts.current()
                .filter(settings -> settings.isFor(recipient))
                .flatMap(settings -> suppressions.suppressedFromAll(List.of(recipient)))
                .map(Set::isEmpty)
                .defaultIfEmpty(false);
    }

    private Mono<Outcome> unwanted(AlertOrder order) {
        return ended(order, MailState.SUPPRESSED, 0, null).thenReturn(Outcome.DONE);
    }

    private Mono<Outcome> attempt(Job<AlertOrder> job, LinkAlert alert) {
        AlertOrder order = job.payload();
        return compose.compose(alert, order.recipient())
                .map(composed -> mail(order, alert, composed))
                .flatMap(send::send)
                .flatMap(delivery -> ended(order, state(delivery), tried(delivery), delivery.said())
                        .thenReturn(outcome(job, delivery)));
    }

    private static Mail mail(AlertOrder order, LinkAlert alert, Composed composed) {
        return new Mail(
                order.mail(),
                alert.madeAt(),
                order.recipient(),
                composed.subject(),
                composed.html(),
                composed.text(),
                composed.images(),
                null,
                null);
    }

    private static MailState state(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> MailState.ACCEPTED;
            case Delivery.Refused refused -> MailState.REFUSED;
            case Delivery.Deferred deferred -> MailState.WAITING;
            case Delivery.Unusable unusable -> MailState.WAITING;
        };
    }

    private static int tried(Delivery delivery) {
        return delivery instanceof Delivery.Deferred deferred && !deferred.tried() ? 0 : 1;
    }

    private Outcome outcome(Job<AlertOrder> job, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> Outcome.DONE;
            case Delivery.Refused refused -> new Outcome.Failed(refused.said());
            case Delivery.Unusable unusable -> new Outcome.Again(unusable.said());
            case Delivery.Deferred deferred -> outcome(job, deferred);
        };
    }

    /** A pause the server asks for is no failed attempt, unless time is over before it ends. */
    private Outcome outcome(Job<AlertOrder> job, Delivery.Deferred deferred) {
        Duration pause = deferred.pause();
        Instant until = job.expiresAt();
        return pause != null && (until == null || clock.instant().plus(pause).isBefore(until))
                ? new Outcome.Later(deferred.said(), pause)
                : new Outcome.Again(deferred.said());
    }

    @Override
    public Mono<Void> expire(Job<AlertOrder> job, String error) {
        return ended(job.payload(), MailState.EXPIRED, 0, null);
    }

    private Mono<Void> ended(AlertOrder order, MailState state, int attempts, @Nullable String said) {
        return mails.settle(order, state, attempts, said, clock.instant())
                .doOnNext(ended -> {
                    if (ended) {
                        metrics.ended(order.kind(), state);
                    }
                })
                .then();
    }
}
