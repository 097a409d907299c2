package groupwatch.watchdog.link;

import org.jspecify.annotations.Nullable;

/** What the code of a disconnection means. Source: Baileys' DisconnectReason, as Evolution passes it on in {@code statusReason}. */
enum Closing {
    LOGGED_OUT,
    RESTRICTED,
    /** The session is good. */
    CLOSED;

    static final int LOGGED_OUT_CODE = 401;

    static Closing of(@Nullable Integer code) {
        if (code == null) {
            return CLOSED;
        }
        return switch (code) {
            case LOGGED_OUT_CODE -> LOGGED_OUT;
            case 402, 403, 406 -> RESTRICTED;
            default -> CLOSED;
        };
    }
}
