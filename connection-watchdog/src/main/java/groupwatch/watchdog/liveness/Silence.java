package groupwatch.watchdog.liveness;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account from which nothing comes.
 *
 * @param since when the last event came, or the link came to be open after it
 * @param rhythm of the hours around it
 * @param before what was done about its silence
 */
record Silence(Instant since, Instant now, Rhythm rhythm, Before before) {

    /** Longer ones are judged by their last hours, and are no surprise any more that would be worth a restart. */
    static final Duration LONGEST = Duration.ofHours(6);

    private static final Duration BUSY_TIME = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * @param lookedAt when Evolution's message store was looked into last
     * @param silentAt when the account was called dead for nothing but its silence
     * @param death absent when nothing speaks against its life
     */
    record Before(
            @Nullable Instant lookedAt,
            @Nullable Instant silentAt,
            @Nullable Death death) {}

    /** @param from when the last event had come */
    record Death(Finding cause, Instant at, Instant from) {}

    /** What to do about it, the least first. */
    enum Step {
        NOTHING,
        /** See whether Evolution has messages that it did not tell. */
        LOOK,
        /** And ask WhatsApp something. */
        ASK
    }

    Duration length() {
        return Duration.between(since, now);
    }

    Step next(LivenessProperties settings) {
        if (length().compareTo(settings.quiet()) < 0) {
            return Step.NOTHING;
        }
        boolean lookedJustNow = isWithin(before.lookedAt(), settings.lookEvery());
        if (isSuspicious(settings)) {
            // each time at first, when it may just have broken; an office on a holiday is suspicious all day
            return isNew(settings) || !lookedJustNow ? Step.ASK : Step.NOTHING;
        }
        return lookedJustNow ? Step.NOTHING : Step.LOOK;
    }

    /**
     * Whether it is too long for this account, although Evolution has nothing new and WhatsApp answers. Only where it was cut off in
     * the midst of things, and nothing like it was there in the same hours of other weeks: on a holiday, nothing has begun.
     */
    boolean isTooLong(LivenessProperties settings) {
        return length().compareTo(settings.silentAfter()) >= 0
                && length().compareTo(LONGEST) <= 0
                && !isWithin(before.silentAt(), settings.silentEvery())
                && rhythm.certain(since, now) >= settings.silentEvents()
                && rhythm.heard(since.minus(HOUR), since) >= rhythm.expected(since.minus(HOUR), since) / 2
                && length().compareTo(rhythm.longestPause(since, now)
                                .plus(Rhythm.SLOT)
                                .multipliedBy(2))
                        >= 0;
    }

    /** Whether it is time to see whether a link that was called dead lives again. */
    boolean isDue(LivenessProperties settings) {
        return length().compareTo(settings.quiet()) >= 0
                && (isNew(settings) || !isWithin(before.lookedAt(), settings.lookEvery()));
    }

    private boolean isSuspicious(LivenessProperties settings) {
        Instant from = length().compareTo(LONGEST) > 0 ? now.minus(LONGEST) : since;
        return rhythm.expected(from, now) >= settings.suspiciousEvents()
                || isNew(settings) && rhythm.heard(since.minus(BUSY_TIME), since) >= settings.busyEvents();
    }

    /** It may just have broken, or just have been mended. */
    boolean isNew(LivenessProperties settings) {
        return length().compareTo(settings.silentAfter()) <= 0;
    }

    private boolean isWithin(@Nullable Instant at, Duration time) {
        return at != null && Duration.between(at, now).compareTo(time) < 0;
    }
}
