package groupwatch.store.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The system's clock until it is set; then it stands still. */
public final class TestClock extends Clock {

    private final AtomicReference<@Nullable Instant> set = new AtomicReference<>();

    public void set(Instant instant) {
        set.set(instant);
    }

    @Override
    public Instant instant() {
        Instant instant = set.get();
        return instant == null ? Instant.now() : instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
