package groupwatch.summary.daily;

import groupwatch.kit.jobs.JobRow;
import groupwatch.kit.jobs.JobState;
import groupwatch.kit.problem.ProblemException;
import groupwatch.summary.plan.Plan;
import groupwatch.summary.plan.Plans;
import groupwatch.summary.row.Day;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.row.SummaryRows;
import groupwatch.summary.row.SummaryVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Somebody asks for a day: what is there and still true is the answer; else its job runs now, before all others, and is waited for. */
@Component
public class SummariseNow {

    private static final Duration LOOK = Duration.ofMillis(250);

    /** The edge waits 30 s for an answer to begin, and the message store was asked before. */
    private static final Duration PATIENCE = Duration.ofSeconds(22);

    private static final int RETRY_AFTER_SECONDS = 10;
    private static final String DELAYED = "summary-delayed";

    private final SummaryJobs jobs;
    private final Plans plans;
    private final DayRows days;
    private final SummaryRows summaries;
    private final Clock clock;

    SummariseNow(SummaryJobs jobs, Plans plans, DayRows days, SummaryRows summaries, Clock clock) {
        this.jobs = jobs;
        this.plans = plans;
        this.days = days;
        this.summaries = summaries;
        this.clock = clock;
    }

    /**
     * What is known of a day then.
     *
     * @param version absent: nothing was said
     * @param cached whether it was there already
     */
    public record Answer(LocalDate day, @Nullable SummaryVersion version, boolean cached) {}

    /**
     * The Mono fails with {@link ProblemException}: 400 for a day that has not begun, 503 when it takes longer than a caller waits, the day's
     * budget is spent, or a model cannot be asked now; the job goes on then.
     *
     * @param wanted absent: yesterday, by the group's clock
     */
    public Mono<Answer> of(String group, @Nullable LocalDate wanted, boolean force) {
        return plans.of(group).flatMap(plan -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), plan.zone());
            LocalDate day = Objects.requireNonNullElse(wanted, today.minusDays(1));
            if (day.isAfter(today)) {
                throw ProblemException.badParameter("target_date", "target_date must not be after today, " + today);
            }
            String key = day.equals(today) ? SummaryJobs.keySoFar(group, day) : SummaryJobs.key(group, day);
            return latest(group, day)
                    .flatMap(before -> !force && isTrue(before, plan)
                            ? Mono.just(new Answer(day, before.version(), true))
                            : written(key, order(group, day, today, force, before), before));
        });
    }

    private static SummaryOrder order(String group, LocalDate day, LocalDate today, boolean force, Known before) {
        SummaryVersion version = before.version();
        int known = version == null ? 0 : version.summary().version();
        return new SummaryOrder(group, day, day.equals(today), true, force ? known : null);
    }

    private record Known(@Nullable Day day, @Nullable SummaryVersion version) {}

    private Mono<Known> latest(String group, LocalDate day) {
        return days.find(group, day)
                .map(row -> new Known(row, null))
                .defaultIfEmpty(new Known(null, null))
                .flatMap(known -> summaries
                        .latest(group, day)
                        .map(version -> new Known(known.day(), version))
                        .defaultIfEmpty(known));
    }

    /** Of a day that is over, unchanged, and said as it is wanted now. */
    private static boolean isTrue(Known known, Plan plan) {
        Day day = known.day();
        SummaryVersion version = known.version();
        return day != null
                && version != null
                && !day.isPassedOver()
                && !version.summary().soFar()
                && day.changedAt() == null
                && version.length() == plan.length()
                && version.summary().language().equals(plan.language().toLanguageTag());
    }

    private Mono<Answer> written(String key, SummaryOrder order, Known before) {
        return jobs.asked(key, order)
                // what ran just then was not ordered so: once more after it
                .flatMap(recorded -> recorded
                        ? ended(key)
                        : ended(key)
                                .onErrorComplete()
                                .then(jobs.asked(key, order))
                                .then(Mono.defer(() -> ended(key))))
                .timeout(PATIENCE, Mono.error(SummariseNow::delayed))
                .then(Mono.defer(() -> latest(order.group(), order.day())))
                .map(after -> new Answer(order.day(), shown(after), isSame(before, after)));
    }

    private static @Nullable SummaryVersion shown(Known known) {
        return known.day() == null || known.day().isPassedOver() || isUnsaid(known) ? null : known.version();
    }

    /** Of a day so far in which nothing is left, the row says no more than how many messages were read. */
    private static boolean isUnsaid(Known known) {
        return known.day() != null && known.day().messages() == 0;
    }

    private static boolean isSame(Known before, Known after) {
        SummaryVersion was = before.version();
        SummaryVersion is = after.version();
        return was != null
                && is != null
                && was.summary().version() == is.summary().version();
    }

    /** Completes when the job was done. */
    private Mono<JobRow> ended(String key) {
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(tick -> jobs.find(key), 1)
                .filter(job -> job.finishedAt() != null || job.state() == JobState.WAITING && job.lastError() != null)
                .next()
                .map(this::done);
    }

    private JobRow done(JobRow job) {
        if (job.state() == JobState.DONE) {
            return job;
        }
        String why = Objects.requireNonNullElse(job.lastError(), "It was cancelled.");
        throw problem(
                why.equals(SummaryJobs.BUDGET_SPENT) ? "budget-spent" : DELAYED,
                "The summary cannot be written now: " + why,
                seconds(job.nextAttemptAt()));
    }

    private int seconds(@Nullable Instant nextAttempt) {
        return nextAttempt == null
                ? RETRY_AFTER_SECONDS
                : (int) Math.clamp(
                        Duration.between(clock.instant(), nextAttempt).toSeconds(), 1, 3600);
    }

    private static ProblemException delayed() {
        return problem(DELAYED, "The summary is being written and takes longer; ask again.", RETRY_AFTER_SECONDS);
    }

    private static ProblemException problem(String slug, String detail, int retryAfterSeconds) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, slug, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
    }
}
