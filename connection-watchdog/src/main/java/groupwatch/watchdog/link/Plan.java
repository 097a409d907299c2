package groupwatch.watchdog.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done for a link now, by nobody's order. */
public enum Plan {
    /** Nothing. */
    WAIT,
    /** Look how it is. */
    LOOK,
    /** Take up the session that is good. */
    CONNECT,
    /** Restart the instance. */
    RESTART;

    public static Plan of(LinkRecord link, Instant now) {
        Memory memory = link.memory();
        if (isDue(memory.nextAttempt(), now)) {
            switch (link.status()) {
                case CLOSED:
                    return CONNECT;
                case DEGRADED:
                    return RESTART;
                case CONNECTING:
                    return link.cause() == Cause.STUCK_CONNECTING ? RESTART : LOOK;
                default:
                    break;
            }
        }
        return isDue(memory.nextLook(), now) ? LOOK : WAIT;
    }

    /** When something is due next, if nothing happens. */
    public static Instant next(LinkRecord link) {
        Memory memory = link.memory();
        Instant attempt = memory.nextAttempt();
        if (attempt == null || memory.nextLook().isBefore(attempt)) {
            return memory.nextLook();
        }
        return switch (link.status()) {
            case CLOSED, DEGRADED, CONNECTING -> attempt;
            default -> memory.nextLook();
        };
    }

    private static boolean isDue(@Nullable Instant time, Instant now) {
        return time != null && !time.isAfter(now);
    }
}
