package groupwatch.report.unsubscribe;

import groupwatch.report.plan.PlannedReport;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.ReportRows;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does what recipients wish, once, however often they say so. */
@Component
class Unsubscribe {

    private final Proofs proofs;
    private final ReportRows reports;
    private final SuppressionRows rows;
    private final Clock clock;

    Unsubscribe(Proofs proofs, ReportRows reports, SuppressionRows rows, Clock clock) {
        this.proofs = proofs;
        this.reports = reports;
        this.rows = rows;
        this.clock = clock;
    }

    /** Whose ticket it is; empty when it is nobody's. */
    Mono<Subscriber> subscriber(String text) {
        return Mono.justOrEmpty(Ticket.read(text))
                .flatMap(ticket -> reports.find(ticket.report())
                        .map(PlannedReport::report)
                        .mapNotNull(report -> subscriber(ticket, report)));
    }

    private @Nullable Subscriber subscriber(Ticket ticket, Report report) {
        String owner = proofs.owner(ticket, report.recipients());
        return owner == null ? null : new Subscriber(report, owner);
    }

    Mono<Standing> standing(Subscriber subscriber) {
        return rows.of(subscriber.report().id(), List.of(Suppressions.key(subscriber.address())))
                .collectList()
                .map(Standing::of);
    }

    Mono<Void> follow(Wish wish, Subscriber subscriber) {
        return switch (wish) {
            case ONE_CLICK -> end(subscriber, subscriber.report().id(), How.ONE_CLICK);
            case END -> end(subscriber, subscriber.report().id(), How.PAGE);
            case END_ALL -> end(subscriber, null, How.PAGE);
            case UNDO ->
                rows.undo(
                        Suppressions.key(subscriber.address()),
                        subscriber.report().id());
        };
    }

    private Mono<Void> end(Subscriber subscriber, @Nullable UUID report, How how) {
        return rows.add(new Suppression(Suppressions.key(subscriber.address()), report, clock.instant(), how));
    }
}
