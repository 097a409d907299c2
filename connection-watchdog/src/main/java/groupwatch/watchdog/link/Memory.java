package groupwatch.watchdog.link;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine remembers beside the state.
 *
 * @param linkedOnce whether the account was ever open: from then on, not being open is an outage
 * @param openSince when the link was opened last
 * @param nextLook when the next check is due
 * @param failures checks in a row that failed
 * @param attempts to get it open again, in a row
 * @param nextAttempt when the next one is due; absent: none is wanted
 * @param askedAt when somebody last wanted to link it
 * @param loggingOut whether somebody ended the session here just now
 * @param toldAt when the gateway told the newest of what it told, by its clock
 * @param openings when it was opened, the last minutes only
 * @param restarts when it was restarted because it was dead, the last day only
 */
public record Memory(
        boolean linkedOnce,
        @Nullable Instant openSince,
        Instant nextLook,
        int failures,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable Instant askedAt,
        boolean loggingOut,
        @Nullable Instant toldAt,
        List<Instant> openings,
        List<Instant> restarts) {

    public Memory {
        openings = openings == null ? List.of() : List.copyOf(openings);
        restarts = restarts == null ? List.of() : List.copyOf(restarts);
    }

    /** From when on silence counts: since it was opened, or restarted because it was dead. */
    public @Nullable Instant upSince() {
        if (restarts.isEmpty() || openSince == null) {
            return openSince;
        }
        Instant restart = restarts.getLast();
        return restart.isAfter(openSince) ? restart : openSince;
    }

    static Memory fresh(Instant nextLook) {
        return new Memory(false, null, nextLook, 0, 0, null, null, false, null, List.of(), List.of());
    }

    Memory look(Instant next) {
        return new Memory(
                linkedOnce,
                openSince,
                next,
                failures,
                attempts,
                nextAttempt,
                askedAt,
                loggingOut,
                toldAt,
                openings,
                restarts);
    }

    Memory failed(int times) {
        return new Memory(
                linkedOnce,
                openSince,
                nextLook,
                times,
                attempts,
                nextAttempt,
                askedAt,
                loggingOut,
                toldAt,
                openings,
                restarts);
    }

    /** It was opened again while it is taken for dead. */
    Memory reopened(Instant at) {
        return new Memory(
                linkedOnce,
                at,
                nextLook,
                failures,
                attempts,
                nextAttempt,
                askedAt,
                loggingOut,
                toldAt,
                openings,
                restarts);
    }

    /** @param next absent: no further attempt */
    Memory attempt(int times, @Nullable Instant next) {
        return new Memory(
                linkedOnce,
                openSince,
                nextLook,
                failures,
                times,
                next,
                askedAt,
                loggingOut,
                toldAt,
                openings,
                restarts);
    }

    Memory asked(@Nullable Instant at) {
        return new Memory(
                linkedOnce,
                openSince,
                nextLook,
                failures,
                attempts,
                nextAttempt,
                at,
                loggingOut,
                toldAt,
                openings,
                restarts);
    }

    Memory loggingOut(boolean now) {
        return new Memory(
                linkedOnce,
                openSince,
                nextLook,
                failures,
                attempts,
                nextAttempt,
                askedAt,
                now,
                toldAt,
                openings,
                restarts);
    }

    /** All that was tried is forgotten: it is open. */
    Memory opened(Instant at, List<Instant> recently) {
        return new Memory(true, at, nextLook, 0, 0, null, null, false, toldAt, recently, restarts);
    }

    Memory told(Instant at) {
        return new Memory(
                linkedOnce,
                openSince,
                nextLook,
                failures,
                attempts,
                nextAttempt,
                askedAt,
                loggingOut,
                at,
                openings,
                restarts);
    }

    /** It was open once, before this suite knew it. */
    Memory linked() {
        return new Memory(
                true,
                openSince,
                nextLook,
                failures,
                attempts,
                nextAttempt,
                askedAt,
                loggingOut,
                toldAt,
                openings,
                restarts);
    }

    Memory restarted(List<Instant> recently) {
        return new Memory(
                linkedOnce,
                openSince,
                nextLook,
                failures,
                attempts,
                nextAttempt,
                askedAt,
                loggingOut,
                toldAt,
                openings,
                recently);
    }
}
