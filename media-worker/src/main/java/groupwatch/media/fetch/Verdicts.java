package groupwatch.media.fetch;

import groupwatch.events.message.MediaState;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.jobs.Job;
import groupwatch.kit.jobs.Outcome;
import groupwatch.kit.objects.ObjectStoreUnavailableException;
import groupwatch.media.FetchSettings;
import groupwatch.media.MediaWorkerProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Judges errors: whose trouble it is decides whether the file's schedule counts it. */
@Component
class Verdicts {

    /** Asking often does no harm where nobody is asked. */
    private static final Duration NOT_ITS_TURN = Duration.ofSeconds(20);

    /** Trouble of our own never lets a file expire. */
    private static final Duration OUR_TROUBLE = Duration.ofMinutes(1);

    /** A file may be damaged on its way once, or twice. */
    private static final int WRONG_ATTEMPTS = 3;

    private final FetchSettings settings;
    private final Clock clock;

    Verdicts(MediaWorkerProperties properties, Clock clock) {
        this.settings = properties.fetch();
        this.clock = clock;
    }

    Verdict of(Throwable error, Job<FetchOrder> job) {
        return switch (error) {
            case EvolutionException refusal -> ofEvolution(refusal, job);
            case WrongBytesException wrong -> ofWrong(wrong, job);
            case OversizedFileException oversized ->
                new Verdict.Ended(MediaState.FAILED, "too-large", message(oversized));
            case DiskTroubleException disk -> ours(disk);
            case ObjectStoreUnavailableException store -> ours(store);
            default -> again(error);
        };
    }

    /** Bytes may be damaged on their way once or twice. */
    private Verdict ofWrong(WrongBytesException wrong, Job<FetchOrder> job) {
        return job.attempts() < WRONG_ATTEMPTS
                ? again(wrong)
                : new Verdict.Ended(MediaState.FAILED, wrong.reason(), message(wrong));
    }

    private Verdict ofEvolution(EvolutionException refusal, Job<FetchOrder> job) {
        return switch (refusal.kind()) {
            case NOT_ASKED -> new Verdict.Waits(new Outcome.Later(message(refusal), NOT_ITS_TURN));
            case NO_MEDIA -> new Verdict.Ended(MediaState.FAILED, "no-media", message(refusal));
            case GONE ->
                job.attempts() >= settings.goneAttempts() || isOld(job)
                        ? new Verdict.Ended(MediaState.EXPIRED, "gone", message(refusal))
                        : again(refusal);
            case AWAY,
                    NOT_CONFIGURED,
                    KEY_REFUSED,
                    NO_INSTANCE,
                    NO_MESSAGE,
                    TOO_OFTEN,
                    NOT_CONNECTED,
                    NAME_TAKEN,
                    UNLICENSED,
                    REFUSED -> again(refusal);
        };
    }

    /** WhatsApp deletes files after two weeks; only of a younger one may it be a mistake. */
    private boolean isOld(Job<FetchOrder> job) {
        Instant expiry = Objects.requireNonNullElse(job.expiresAt(), Instant.MAX);
        return !expiry.isAfter(clock.instant().plus(Duration.ofDays(1)));
    }

    private static Verdict ours(Throwable error) {
        return new Verdict.Waits(new Outcome.Later(message(error), OUR_TROUBLE));
    }

    private static Verdict again(Throwable error) {
        return new Verdict.Waits(new Outcome.Again(message(error)));
    }

    private static String message(Throwable error) {
        return Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
    }
}
