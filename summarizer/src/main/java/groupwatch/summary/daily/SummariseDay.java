package groupwatch.summary.daily;

import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.jobs.Job;
import groupwatch.kit.jobs.JobHandler;
import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Outcome;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.summary.announce.Announce;
import groupwatch.summary.extract.ExtractiveSummary;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.plan.Plans;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.row.DayState;
import groupwatch.summary.row.SummaryRows;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.store.StoreClient;
import groupwatch.summary.store.StoredGroup;
import groupwatch.summary.transcript.TranscriptReader;
import groupwatch.summary.write.UnusableAnswerException;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.WriteSummary;
import groupwatch.summary.write.Written;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The job of one group's day: read it, and unless that was summarised before, say it in short, keep it, tell. A vendor or a message store that is
 * away, and a spent budget, put it off; nothing is lost.
 */
@Component
class SummariseDay implements JobHandler<SummaryOrder> {

    /** As the message store is asked. */
    static final Caller SUMMARIZER = Caller.service("summarizer", Scopes.GROUPS_READ, Scopes.MESSAGES_READ);

    private static final int UNUSABLE_ANSWERS = 3;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration STORE_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final SummaryJobs jobs;
    private final Plans plans;
    private final StoreClient store;
    private final TranscriptReader transcripts;
    private final DayRows days;
    private final SummaryRows summaries;
    private final WriteSummary write;
    private final ExtractiveSummary extractive;
    private final KeepSummary keep;
    private final Announce announce;
    private final SummaryMetrics metrics;
    private final Clock clock;

    SummariseDay(
            SummaryJobs jobs,
            Plans plans,
            StoreClient store,
            TranscriptReader transcripts,
            DayRows days,
            SummaryRows summaries,
            WriteSummary write,
            ExtractiveSummary extractive,
            KeepSummary keep,
            Announce announce,
            SummaryMetrics metrics,
            Clock clock) {
        this.jobs = jobs;
        this.plans = plans;
        this.store = store;
        this.transcripts = transcripts;
        this.days = days;
        this.summaries = summaries;
        this.write = write;
        this.extractive = extractive;
        this.keep = keep;
        this.announce = announce;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public JobKind<SummaryOrder> kind() {
        return jobs.kind();
    }

    /** A group that is not there any more has nothing to summarise. */
    @Override
    public Mono<Outcome> run(Job<SummaryOrder> job) {
        SummaryOrder order = job.payload();
        return plans.of(order.group())
                .flatMap(plan -> store.group(SUMMARIZER, order.group())
                        .flatMap(group -> begun(job, new Span(order.day(), plan, clock.instant()), group)))
                .defaultIfEmpty(new Outcome.Failed("There is no such group any more."))
                .onErrorResume(error -> Mono.justOrEmpty(putOff(error)).switchIfEmpty(Mono.error(error)));
    }

    /** The whole of a day waits for its end; the day so far is of no use after it, unless somebody waits for it. */
    private Mono<Outcome> begun(Job<SummaryOrder> job, Span span, StoredGroup group) {
        SummaryOrder order = job.payload();
        if (order.soFar() && !span.soFar() && !order.asked()) {
            return Mono.just(ended("over"));
        }
        if (!order.soFar() && span.soFar() && !order.asked()) {
            return Mono.just(new Outcome.Later("the day is not over", pause(span.left())));
        }
        return read(order, span, group).flatMap(reading -> done(job, reading));
    }

    private Mono<Reading> read(SummaryOrder order, Span span, StoredGroup group) {
        return before(order)
                .delayUntil(before -> span.soFar() ? Mono.empty() : days.begin(span.over(order.group())))
                .flatMap(before -> transcripts
                        .day(SUMMARIZER, group, order.day(), span.plan().zone(), span.until())
                        .map(read -> new Reading(span.plan(), read, span.until(), span.soFar(), before)));
    }

    private Mono<Before> before(SummaryOrder order) {
        return days.find(order.group(), order.day())
                .map(day -> new Before(day, null))
                .defaultIfEmpty(Before.NOTHING)
                .flatMap(before -> summaries
                        .latest(order.group(), order.day())
                        .map(before::with)
                        .defaultIfEmpty(before));
    }

    private Mono<Outcome> done(Job<SummaryOrder> job, Reading reading) {
        SummaryOrder order = job.payload();
        SummaryVersion latest = reading.before().latest();
        if (reading.transcript().isEmpty()) {
            return latest == null || latest.summary().content().isEmpty()
                    ? after(keep.nothing(reading, DayState.EMPTY), "empty")
                    : after(kept(reading, emptied(latest)), "emptied");
        }
        if (!order.asked() && reading.isQuiet()) {
            return after(keep.nothing(reading, DayState.QUIET), "quiet");
        }
        if (!order.asked() && !reading.plan().enabled()) {
            return after(keep.nothing(reading, latest == null ? DayState.QUIET : DayState.WRITTEN), "switched_off");
        }
        if (latest != null && reading.saidAlreadyBy(latest) && !isForced(order, latest.summary())) {
            return after(keep.same(reading).then(toldOnce(latest)), "same");
        }
        Mono<Summary> anew = keep.withdraw(reading)
                .then(Mono.defer(() -> written(job, reading)))
                .flatMap(written -> kept(reading, written));
        return after(anew, latest == null ? "written" : "written_anew");
    }

    private Mono<Void> toldOnce(SummaryVersion latest) {
        return latest.announced() ? Mono.empty() : announce.tell(latest.summary());
    }

    private Mono<Outcome> after(Mono<?> effect, String how) {
        return effect.then(Mono.fromSupplier(() -> ended(how)));
    }

    private Mono<Summary> kept(Reading reading, Written written) {
        return keep.written(reading, written).delayUntil(announce::tell);
    }

    /** What cannot be had from a model, after some tries that counted, is said in the group's own words, and marked so. */
    private Mono<Written> written(Job<SummaryOrder> job, Reading reading) {
        Wish wish = reading.plan().wish();
        if (job.attempts() > MOST_ATTEMPTS) {
            return extractive.write(reading.transcript(), wish);
        }
        return write.write(reading.transcript(), wish)
                .onErrorResume(
                        UnusableAnswerException.class,
                        error -> job.attempts() < UNUSABLE_ANSWERS
                                ? Mono.error(error)
                                : extractive.write(reading.transcript(), wish));
    }

    /** Everything was revoked: whoever has the summary is to know. */
    private static Written emptied(SummaryVersion latest) {
        Summary summary = latest.summary();
        return new Written(SummaryContent.NOTHING, summary.provider(), summary.model(), 0, 0, 0, TokenCount.NONE, null);
    }

    private static boolean isForced(SummaryOrder order, Summary latest) {
        return order.anewAfter() != null && latest.version() <= order.anewAfter();
    }

    private Outcome ended(String how) {
        metrics.ended(how);
        return Outcome.DONE;
    }

    /** What is nobody's fault here does not count as an attempt; empty for anything else. */
    private static Optional<Outcome> putOff(Throwable error) {
        String sentence = Objects.requireNonNullElse(error.getMessage(), "it does not answer");
        return switch (error) {
            case ModelException.Unavailable away -> Optional.of(new Outcome.Later(sentence, pause(away.retryAfter())));
            case ModelException.BudgetSpent spent ->
                Optional.of(new Outcome.Later(SummaryJobs.BUDGET_SPENT, pause(spent.untilTomorrow())));
            case ServiceUnavailableException away -> Optional.of(new Outcome.Later(sentence, STORE_PAUSE));
            case OvertakenException overtaken -> Optional.of(new Outcome.Later(sentence, Duration.ofSeconds(1)));
            default -> Optional.empty();
        };
    }

    /** Looked at now and then, for a budget can be raised and an outage be shorter than it was said to be. */
    private static Duration pause(Duration wanted) {
        if (wanted.compareTo(LONGEST_PAUSE) > 0) {
            return LONGEST_PAUSE;
        }
        return wanted.isPositive() ? wanted : Duration.ofSeconds(1);
    }
}
