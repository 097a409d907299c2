package groupwatch.watchdog.liveness;

import java.time.Instant;

/** Events of an account within one slot. */
record SlotCount(String account, Instant slot, long events, Instant firstAt, Instant lastAt) {

    static SlotCount of(String account, Instant at) {
        return new SlotCount(account, Rhythm.slotOf(at), 1, at, at);
    }

    SlotCount plus(SlotCount other) {
        return new SlotCount(
                account,
                slot,
                events + other.events,
                firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
                lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
    }
}
