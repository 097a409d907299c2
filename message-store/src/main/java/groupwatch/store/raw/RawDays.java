package groupwatch.store.raw;

import groupwatch.store.MessageStoreProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The days raw events are filed under: by the time of receipt, which the broker keeps, so a record always has the same. */
@Component
class RawDays {

    private final Clock clock;
    private final Duration retention;

    RawDays(Clock clock, MessageStoreProperties properties) {
        this.clock = clock;
        this.retention = properties.raw().retention();
    }

    /** A time ahead of the clock is filed under today: it must not outlive the others. */
    LocalDate day(Instant receivedAt) {
        LocalDate day = LocalDate.ofInstant(receivedAt, ZoneOffset.UTC);
        LocalDate today = today();
        return day.isAfter(today) ? today : day;
    }

    /** Not when it would be dropped at once. */
    boolean isKept(Instant receivedAt) {
        return !day(receivedAt).isBefore(oldest());
    }

    /** Everything before this day is dropped. */
    LocalDate oldest() {
        return LocalDate.ofInstant(clock.instant().minus(retention), ZoneOffset.UTC);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
