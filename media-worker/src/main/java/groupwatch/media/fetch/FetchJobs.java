package groupwatch.media.fetch;

import groupwatch.kit.jobs.JobKind;
import groupwatch.kit.jobs.Jobs;
import groupwatch.kit.jobs.NewJob;
import groupwatch.kit.jobs.RetrySchedule;
import groupwatch.media.FetchSettings;
import groupwatch.media.MediaWorkerProperties;
import groupwatch.media.row.MediaRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The jobs that fetch files: one a message, in the lane of the linked account; what is past has a lane of its own, so that now does not wait. */
@Component
public class FetchJobs {

    /** However old the message is, trouble on our side gets some attempts. */
    private static final Duration SHORTEST = Duration.ofDays(1);

    private final JobKind<FetchOrder> kind;
    private final FetchSettings settings;
    private final Jobs jobs;
    private final Clock clock;

    FetchJobs(MediaWorkerProperties properties, Jobs jobs, Clock clock) {
        this.settings = properties.fetch();
        this.kind = new JobKind<>(
                "media",
                FetchOrder.class,
                new RetrySchedule(settings.schedule()),
                settings.concurrency(),
                settings.perInstance(),
                settings.attemptLimit());
        this.jobs = jobs;
        this.clock = clock;
    }

    public JobKind<FetchOrder> kind() {
        return kind;
    }

    /** Once a file. */
    public Mono<Boolean> record(MediaRow row, boolean past) {
        return jobs.record(kind, job(row, past, false));
    }

    /** As new, whatever became of it before. */
    public Mono<Boolean> renew(MediaRow row, boolean past, boolean anyway) {
        return jobs.renew(kind, job(row, past, anyway));
    }

    /** After the transaction. */
    public void announce() {
        jobs.announce();
    }

    private NewJob<FetchOrder> job(MediaRow row, boolean past, boolean anyway) {
        String account =
                Objects.requireNonNullElse(row.instance(), row.message().scope());
        return new NewJob<>(
                row.id().toString(),
                past ? account + " (past)" : account,
                new FetchOrder(row.id(), anyway),
                null,
                expiry(row.sentAt()));
    }

    private Instant expiry(Instant sentAt) {
        Instant now = clock.instant();
        Instant sent = sentAt.isAfter(now) ? now : sentAt;
        Instant gone = sent.plus(settings.giveUpAfter());
        Instant shortest = now.plus(SHORTEST);
        return gone.isBefore(shortest) ? shortest : gone;
    }
}
