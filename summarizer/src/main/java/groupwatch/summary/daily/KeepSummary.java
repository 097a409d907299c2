package groupwatch.summary.daily;

import groupwatch.events.summary.Summary;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.row.DayState;
import groupwatch.summary.row.SummaryRows;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Written;
import groupwatch.summary.write.compose.Drafts;
import java.time.Clock;
import java.util.function.Function;
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
    private final Drafts drafts;
    private final TransactionalOperator transaction;
    private final SummaryMetrics metrics;
    private final Clock clock;

    KeepSummary(
            DayRows days,
            SummaryRows summaries,
            Drafts drafts,
            TransactionalOperator transaction,
            SummaryMetrics metrics,
            Clock clock) {
        this.days = days;
        this.summaries = summaries;
        this.drafts = drafts;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Nothing was said, or too little, or nothing more is wanted of the group; what was said before stays as far as it stands. */
    Mono<Void> nothing(Reading reading, DayState state) {
        return decided(reading, reading.soFar() ? DayState.SO_FAR : state)
                .then(Mono.defer(() -> withdrawn(reading.transcript())))
                .as(transaction::transactional);
    }

    /** It is said already in the newest version. */
    Mono<Void> same(Reading reading) {
        return decided(reading, state(reading));
    }

    /** Older versions are rid of what no longer stands, before anybody takes the time to write a new one. */
    Mono<Void> withdraw(Reading reading) {
        return Mono.defer(() -> withdrawn(reading.transcript())).as(transaction::transactional);
    }

    /**
     * Emits the summary as it is kept.
     *
     * <p>Errors: {@link OvertakenException} when somebody else wrote the day since it was read; nothing is kept then.
     */
    Mono<Summary> written(Reading reading, Written written) {
        return decided(reading, state(reading))
                .then(Mono.defer(() -> withdrawn(reading.transcript())))
                .then(Mono.defer(() -> next(reading)))
                .map(version -> version(reading, written, version))
                .delayUntil(summaries::add)
                .map(SummaryVersion::summary)
                .as(transaction::transactional)
                .doOnNext(summary -> metrics.written(summary, written));
    }

    /** What a model had finished of the day is not needed any more. */
    private Mono<Void> decided(Reading reading, DayState state) {
        Transcript transcript = reading.transcript();
        return days.decide(
                        reading.decided(state),
                        reading.read().answered(),
                        reading.before().changes())
                .then(Mono.defer(() -> drafts.forget(transcript.group(), transcript.day())));
    }

    private static DayState state(Reading reading) {
        if (reading.soFar()) {
            return DayState.SO_FAR;
        }
        return reading.transcript().isEmpty() ? DayState.EMPTY : DayState.WRITTEN;
    }

    /** The day's row is locked by now. */
    private Mono<Integer> next(Reading reading) {
        return summaries
                .latest(reading.transcript().group(), reading.transcript().day())
                .map(latest -> latest.summary().version())
                .defaultIfEmpty(0)
                .filter(version -> version == reading.before().version())
                .map(version -> version + 1)
                .switchIfEmpty(Mono.error(OvertakenException::new));
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
                // one connection: all rows are to be read before the next statement is answered
                .collectList()
                .flatMapIterable(Function.identity())
                .concatMap(version -> {
                    Withdrawal left = Withdrawal.of(version, transcript);
                    return left.count() == 0
                            ? Mono.empty()
                            : summaries.withdraw(version.summary(), left.content(), left.count());
                })
                .then();
    }
}
