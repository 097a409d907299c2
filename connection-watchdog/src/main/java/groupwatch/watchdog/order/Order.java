package groupwatch.watchdog.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param argument as its kind says */
public record Order(
        UUID id, String account, OrderKind kind, @Nullable String argument, Instant askedAt) {

    /** Without the argument: it may be somebody's phone number. */
    @Override
    public String toString() {
        return "Order[" + id + ", " + account + ", " + kind + "]";
    }
}
