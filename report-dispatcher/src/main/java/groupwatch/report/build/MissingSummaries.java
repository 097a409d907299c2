package groupwatch.report.build;

import groupwatch.events.summary.Summary;
import groupwatch.report.content.DailySummary.MissingSummary;
import groupwatch.report.read.Asked;
import groupwatch.report.read.SummaryClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Summaries that are not there are asked for and waited for, or it is said why there are none. */
@Component
class MissingSummaries {

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
        return summaries.wish(group).flatMap(wish -> {
            if (known == null && !wish.wants(messages)) {
                return Mono.just(Answer.no(MissingSummary.NOT_WANTED));
            }
            return isOver(deadline) ? Mono.just(Answer.no(otherwise)) : awaited(group, day, known, deadline);
        });
    }

    private Mono<Answer> awaited(String group, LocalDate day, @Nullable Summary known, Instant deadline) {
        return summaries
                .summarize(group, day)
                .timeout(Duration.between(clock.instant(), deadline), Mono.just(new Asked.NotReady(Duration.ZERO)))
                .flatMap(asked -> switch (asked) {
                    case Asked.Written written -> Mono.just(written(written.summary()));
                    case Asked.Nothing nothing ->
                        Mono.just(Answer.no(known == null ? MissingSummary.NOT_WANTED : MissingSummary.WITHDRAWN));
                    case Asked.BudgetSpent spent -> Mono.just(Answer.no(MissingSummary.BUDGET_SPENT));
                    case Asked.NotReady later -> again(group, day, known, deadline, later.retryAfter());
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
            String group, LocalDate day, @Nullable Summary known, Instant deadline, Duration retryAfter) {
        Duration pause = retryAfter.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : retryAfter;
        return isOver(deadline.minus(pause))
                ? Mono.just(Answer.no(MissingSummary.NOT_READY))
                : Mono.delay(pause).then(Mono.defer(() -> awaited(group, day, known, deadline)));
    }

    private boolean isOver(Instant deadline) {
        return !clock.instant().isBefore(deadline);
    }
}
