package groupwatch.summary.daily;

import groupwatch.events.summary.Summary;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.row.DayState;
import groupwatch.summary.row.SummaryRows;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Written;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What was decided of a day, and its summary, in one transaction each; the day's row orders who writes. */
@Component
class KeepSummary {

    /** Versions that are gone through when messages changed. */
    private static final int MOST_VERSIONS = 100;

    private final DayRows days;
    private final SummaryRows summaries;
    private final TransactionalOperator transaction;
    private final SummaryMetrics metrics;
    private final Clock clock;

    KeepSummary(
            DayRows days,
            SummaryRows summaries,
            TransactionalOperator transaction,
            SummaryMetrics metrics,
            Clock clock) {
        this.days = days;
        this.summaries = summaries;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Nothing was said, or too little. */
    Mono<Void> nothing(Reading reading) {
        DayState state = reading.transcript().isEmpty() ? DayState.EMPTY : DayState.QUIET;
        return days.decide(
                        reading.decided(reading.soFar() ? DayState.SO_FAR : state),
                        reading.before().changes())
                .then(Mono.defer(() -> withdrawn(reading.transcript())))
                .as(transaction::transactional);
    }

    /** It is said already in the newest version. */
    Mono<Void> same(Reading reading) {
        return days.decide(reading.decided(state(reading)), reading.before().changes());
    }

    /** Emits the summary as it is kept. */
    Mono<Summary> written(Reading reading, Written written) {
        return days.decide(reading.decided(state(reading)), reading.before().changes())
                .then(Mono.defer(() -> withdrawn(reading.transcript())))
                .then(Mono.defer(() -> next(reading)))
                .map(version -> version(reading, written, version))
                .delayUntil(summaries::add)
                .map(SummaryVersion::summary)
                .as(transaction::transactional)
                .doOnNext(summary -> metrics.written(summary, written));
    }

    private static DayState state(Reading reading) {
        return reading.soFar() ? DayState.SO_FAR : DayState.WRITTEN;
    }

    private Mono<Integer> next(Reading reading) {
        return summaries
                .latest(reading.transcript().group(), reading.transcript().day())
                .map(latest -> latest.summary().version() + 1)
                .defaultIfEmpty(1);
    }

    private SummaryVersion version(Reading reading, Written written, int version) {
        Transcript transcript = reading.transcript();
        SummaryVersion latest = reading.before().latest();
        Summary summary = new Summary(
                transcript.group(),
                transcript.groupName(),
                transcript.day(),
                reading.plan().zone().getId(),
                reading.from(),
                reading.until(),
                version,
                latest != null
                        && !latest.summary().soFar()
                        && !latest.summary().contentHash().equals(reading.hash()),
                reading.soFar(),
                reading.plan().language().toLanguageTag(),
                reading.messages(),
                reading.read().omitted(),
                written.provider(),
                written.model(),
                written.content(),
                written.dropped(),
                written.tokens(),
                written.cost(),
                reading.hash(),
                clock.instant());
        return new SummaryVersion(
                summary,
                reading.plan().length(),
                Sources.of(written.content(), transcript),
                written.calls(),
                written.parts(),
                0,
                false);
    }

    /** Earlier versions no longer say what rests on messages that were revoked or edited since. */
    private Mono<Void> withdrawn(Transcript transcript) {
        return summaries
                .history(transcript.group(), transcript.day(), MOST_VERSIONS)
                .concatMap(version -> {
                    Withdrawal left = Withdrawal.of(version, transcript);
                    return left.count() == 0
                            ? Mono.empty()
                            : summaries.withdraw(version.summary(), left.content(), left.count());
                })
                .then();
    }
}
