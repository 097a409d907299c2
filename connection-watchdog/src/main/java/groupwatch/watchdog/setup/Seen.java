package groupwatch.watchdog.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one account.
 *
 * @param at when it was seen last
 * @param openSince since when it was open at each look; absent: it was not
 * @param webhookWasRight at the last look
 * @param undone when our webhook was found changed, in the last hour
 * @param filesAfterReconnect whether a changed {@code base64} waits for the link to connect again
 */
record Seen(
        Instant at,
        @Nullable Instant openSince,
        boolean webhookWasRight,
        List<Instant> undone,
        boolean filesAfterReconnect) {

    static final Seen NOTHING = new Seen(Instant.EPOCH, null, false, List.of(), false);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int FIGHT = 3;

    Seen at(Instant now) {
        return new Seen(now, openSince, webhookWasRight, undone, filesAfterReconnect);
    }

    Seen in(boolean open, Instant now) {
        if (!open) {
            return new Seen(at, null, webhookWasRight, undone, false);
        }
        return openSince == null ? new Seen(at, now, webhookWasRight, undone, filesAfterReconnect) : this;
    }

    boolean isOpenFor(Duration time, Instant now) {
        return openSince != null && !openSince.plus(time).isAfter(now);
    }

    Seen webhookRight(boolean right) {
        return new Seen(at, openSince, right, undone, filesAfterReconnect);
    }

    /** It is not as it should be. Whether somebody changed it, or it never was, is known from the last look. */
    Seen webhookWrong(Instant now) {
        List<Instant> recent = Stream.concat(undone.stream(), webhookWasRight ? Stream.of(now) : Stream.of())
                .filter(time -> time.plus(HOUR).isAfter(now))
                .toList();
        return new Seen(at, openSince, false, recent, filesAfterReconnect);
    }

    Seen filesAfterReconnect(boolean waiting) {
        return new Seen(at, openSince, webhookWasRight, undone, waiting);
    }

    /** Whether somebody else has another webhook in mind, again and again. */
    boolean isFoughtOver(Instant now) {
        return undone.stream().filter(time -> time.plus(HOUR).isAfter(now)).count() >= FIGHT;
    }
}
