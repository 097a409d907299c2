package groupwatch.summary.daily;

import groupwatch.events.summary.Summary;
import groupwatch.kit.jobs.Job;
import groupwatch.kit.jobs.JobHandler;
import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Outcome;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.summary.announce.Announce;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.plan.Plan;
import groupwatch.summary.plan.Plans;
import groupwatch.summary.row.Day;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.row.DayState;
import groupwatch.summary.row.SummaryRows;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.store.StoreClient;
import groupwatch.summary.store.StoredGroup;
import groupwatch.summary.transcript.TranscriptReader;
import groupwatch.summary.write.UnusableAnswerException;
import groupwatch.summary.write.WriteSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The job of one group's day: read it, and unless that was summarised before, say it in short, keep it, tell. A vendor that is away, and a spent
 * budget, put it off; nothing is lost.
 */
@Component
class SummariseDay implements JobHandler<SummaryOrder> {

    /** As the message store is asked. */
    static final Caller SUMMARIZER = Caller.service("summarizer", Scopes.GROUPS_READ, Scopes.MESSAGES_READ);

    private static final int UNUSABLE_ANSWERS = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final SummaryJobs jobs;
    private final Plans plans;
    private final StoreClient store;
    private final TranscriptReader transcripts;
    private final DayRows days;
    private final SummaryRows summaries;
    private final WriteSummary write;
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
                        .flatMap(group -> read(order, plan, group))
                        .flatMap(reading -> done(order, reading)))
                .defaultIfEmpty(new Outcome.Failed("There is no such group any more."))
                .onErrorResume(ModelException.class, error -> Mono.just(later(error)))
                .onErrorResume(UnusableAnswerException.class, error -> Mono.just(again(job, error)));
    }

    private Mono<Reading> read(SummaryOrder order, Plan plan, StoredGroup group) {
        Instant end = order.day().plusDays(1).atStartOfDay(plan.zone()).toInstant();
        Instant now = clock.instant();
        Instant until = now.isBefore(end) ? now : end;
        boolean soFar = until.isBefore(end);
        return before(order)
                .delayUntil(before -> soFar ? Mono.empty() : days.begin(over(order, plan, end)))
                .flatMap(before -> transcripts
                        .day(SUMMARIZER, group, order.day(), plan.zone(), until)
                        .map(read -> new Reading(plan, read, until, soFar, before)));
    }

    private static Day over(SummaryOrder order, Plan plan, Instant end) {
        Instant from = order.day().atStartOfDay(plan.zone()).toInstant();
        return new Day(order.group(), order.day(), plan.zone(), from, end, DayState.READING, 0, "", null, 0);
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

    private Mono<Outcome> done(SummaryOrder order, Reading reading) {
        if (reading.transcript().isEmpty()) {
            return keep.nothing(reading).thenReturn(ended("empty"));
        }
        if (!order.asked() && reading.isQuiet()) {
            return keep.nothing(reading).thenReturn(ended("quiet"));
        }
        SummaryVersion latest = reading.before().latest();
        if (latest != null && reading.saidAlreadyBy(latest) && !isForced(order, latest.summary())) {
            return keep.same(reading)
                    .then(latest.announced() ? Mono.empty() : announce.tell(latest.summary()))
                    .thenReturn(ended("same"));
        }
        return write.write(reading.transcript(), reading.plan().wish())
                .flatMap(written -> keep.written(reading, written))
                .flatMap(announce::tell)
                .thenReturn(ended(latest == null ? "written" : "written_anew"));
    }

    /** What was written since it was forced is what was asked for. */
    private static boolean isForced(SummaryOrder order, Summary latest) {
        return order.force() && latest.writtenAt().isBefore(order.at());
    }

    private Outcome ended(String how) {
        metrics.ended(how);
        return Outcome.DONE;
    }

    /** It was not its turn: such an attempt does not count. */
    private static Outcome later(ModelException error) {
        String sentence = Objects.requireNonNullElse(error.getMessage(), "the model does not answer");
        return switch (error) {
            case ModelException.Unavailable away -> new Outcome.Later(sentence, pause(away.retryAfter()));
            case ModelException.BudgetSpent spent -> new Outcome.Later(sentence, pause(spent.untilTomorrow()));
            default -> new Outcome.Again(sentence);
        };
    }

    /** Looked at now and then, for a budget can be raised and an outage be shorter than it was said to be. */
    private static Duration pause(Duration wanted) {
        if (wanted.compareTo(LONGEST_PAUSE) > 0) {
            return LONGEST_PAUSE;
        }
        return wanted.isPositive() ? wanted : Duration.ofSeconds(1);
    }

    private static Outcome again(Job<SummaryOrder> job, UnusableAnswerException error) {
        String sentence = Objects.requireNonNullElse(error.getMessage(), "the model's answers are of no use");
        return job.attempts() < UNUSABLE_ANSWERS ? new Outcome.Again(sentence) : new Outcome.Failed(sentence);
    }
}
