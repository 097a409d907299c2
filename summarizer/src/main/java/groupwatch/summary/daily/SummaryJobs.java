package groupwatch.summary.daily;

import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.JobRow;
import groupwatch.kit.jobs.Jobs;
import groupwatch.kit.jobs.NewJob;
import groupwatch.kit.jobs.RetrySchedule;
import groupwatch.summary.plan.DailySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The jobs that summarise days: one a group and day, so that no day of a group is done twice at once; and one for each time at which the day so
 * far is wanted.
 */
@Component
public class SummaryJobs {

    /** Why a job waits for tomorrow's budget; told apart by who asks for a day. */
    static final String BUDGET_SPENT = "The budget of the day is spent";

    /** All in one lane: what bounds them is how many this process, and its models, do at once. */
    private static final String LANE = "summaries";

    private static final int PER_LANE = 10_000;

    private static final RetrySchedule SCHEDULE = new RetrySchedule(List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(6)));

    /** Somebody waits for it: before all that is due by itself. */
    private static final Instant FIRST = Instant.EPOCH;

    private final JobKind<SummaryOrder> kind;
    private final Jobs jobs;

    SummaryJobs(DailySettings settings, Jobs jobs) {
        this.kind = new JobKind<>(
                "summary", SummaryOrder.class, SCHEDULE, settings.concurrency(), PER_LANE, settings.limit());
        this.jobs = jobs;
    }

    JobKind<SummaryOrder> kind() {
        return kind;
    }

    /** A day that is over. Emits whether that is new. */
    Mono<Boolean> due(String group, LocalDate day) {
        return jobs.record(kind, scheduled(key(group, day), new SummaryOrder(group, day, false, false, null)));
    }

    /** The day so far, at one of its times. Emits whether that is new. */
    Mono<Boolean> dueSoFar(String group, LocalDate day, LocalTime time) {
        String key = key(group, day) + ":" + time;
        return jobs.record(kind, scheduled(key, new SummaryOrder(group, day, true, false, null)));
    }

    /** A day that was summarised and has changed; what waits, runs or failed stays as it is. */
    Mono<Boolean> changed(String group, LocalDate day) {
        return jobs.recordAgain(kind, scheduled(key(group, day), new SummaryOrder(group, day, false, false, null)));
    }

    /** Somebody asks. Emits false when it runs just now: then it goes on as it was ordered before. */
    Mono<Boolean> asked(String key, SummaryOrder order) {
        return jobs.renew(kind, new NewJob<>(key, LANE, order, FIRST, null)).doOnNext(recorded -> jobs.announce());
    }

    Mono<JobRow> find(String key) {
        return jobs.find(kind, key);
    }

    /** After the transaction. */
    void announce() {
        jobs.announce();
    }

    static String key(String group, LocalDate day) {
        return group + ":" + day;
    }

    /** The day so far has a job of its own, so that the one of the whole day is not taken for done. */
    static String keySoFar(String group, LocalDate day) {
        return key(group, day) + ":now";
    }

    private static NewJob<SummaryOrder> scheduled(String key, SummaryOrder order) {
        return new NewJob<>(key, LANE, order, null, null);
    }
}
