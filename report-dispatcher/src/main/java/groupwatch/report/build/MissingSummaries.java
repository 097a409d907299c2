package groupwatch.report.build;

import groupwatch.events.summary.Summary;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.report.content.DailySummary.MissingSummary;
import groupwatch.report.read.Asked;
import groupwatch.report.read.SummaryClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Summaries that are not there are asked for and waited for, or it is said why there are none. A summarizer that fails at one of them is one
 * that has it not ready: no report is kept back.
 */
@Component
class MissingSummaries {

    private static final Logger log = LoggerFactory.getLogger(MissingSummaries.class);
    private static final Asked TOO_LATE = new Asked.NotReady(null, "it did not answer while the report waited");

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final SummaryClient summaries;
    private final SummariesSettings settings;
    private final Clock clock;

    MissingSummaries(SummaryClient summaries, SummariesSettings settings, Clock clock) {
        this.summaries = summaries;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A group's day then.
     *
     * @param summary with content; absent when there is none
     * @param missing why not
     */
    record Answer(@Nullable Summary summary, @Nullable MissingSummary missing) {

        static Answer no(MissingSummary why) {
            return new Answer(null, why);
        }
    }

    /** Until when a report that begins now waits for all it asks for. */
    Instant deadline(boolean asking) {
        return asking ? clock.instant().plus(settings.patience()) : Instant.EPOCH;
    }

    /**
     * Asks for a day that has messages, if anybody wants it.
     *
     * @param known its summary, in which nothing is left; absent when there is none
     * @param deadline before now: nobody is asked
     */
    Mono<Answer> ask(String group, LocalDate day, long messages, @Nullable Summary known, Instant deadline) {
        MissingSummary otherwise = known == null ? MissingSummary.NOT_READY : MissingSummary.WITHDRAWN;
        return summaries
                .wish(group)
                .flatMap(wish -> {
                    if (known == null && !wish.wants(messages)) {
                        return Mono.just(Answer.no(MissingSummary.NOT_WANTED));
                    }
                    return isOver(deadline) ? Mono.just(Answer.no(otherwise)) : awaited(group, day, known, deadline);
                })
                // nobody is asked for what may not be wanted
                .onErrorResume(
                        ServiceUnavailableException.class,
                        error -> Mono.just(notReady(group, day, error.getMessage())));
    }

    private Mono<Answer> awaited(String group, LocalDate day, @Nullable Summary known, Instant deadline) {
        return summaries
                .summarize(group, day)
                .timeout(Duration.between(clock.instant(), deadline), Mono.just(TOO_LATE))
                .flatMap(asked -> switch (asked) {
                    case Asked.Written written -> Mono.just(written(written.summary()));
                    case Asked.Nothing nothing ->
                        Mono.just(Answer.no(known == null ? MissingSummary.NOT_WANTED : MissingSummary.WITHDRAWN));
                    case Asked.BudgetSpent spent -> Mono.just(Answer.no(MissingSummary.BUDGET_SPENT));
                    case Asked.NotReady later -> again(group, day, known, deadline, later);
                });
    }

    /** Where the group's clock is behind the report's, the day may go on there. */
    private static Answer written(Summary summary) {
        if (summary.soFar()) {
            return Answer.no(MissingSummary.NOT_READY);
        }
        return summary.content().isEmpty() ? Answer.no(MissingSummary.WITHDRAWN) : new Answer(summary, null);
    }

    private Mono<Answer> again(
            String group, LocalDate day, @Nullable Summary known, Instant deadline, Asked.NotReady later) {
        Duration wanted = later.retryAfter();
        Duration pause = wanted == null || wanted.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wanted;
        return wanted == null || isOver(deadline.minus(pause))
                ? Mono.just(notReady(group, day, later.failure()))
                : Mono.delay(pause).then(Mono.defer(() -> awaited(group, day, known, deadline)));
    }

    private static Answer notReady(String group, LocalDate day, @Nullable String failure) {
        if (failure != null) {
            log.warn("A report goes without the summary of {} of group {}: {}", day, group, failure);
        }
        return Answer.no(MissingSummary.NOT_READY);
    }

    private boolean isOver(Instant deadline) {
        return !clock.instant().isBefore(deadline);
    }
}
