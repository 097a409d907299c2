package groupwatch.events.link;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an account is linked to WhatsApp. */
public enum LinkStatus {
    /** Not linked yet, or nobody has looked. */
    NEW,
    /** A code waits to be scanned. */
    QR,
    /** A code waits to be typed on the phone, or was accepted just now. */
    PAIRING,
    /** It connects, or connects again. */
    CONNECTING,
    /** It is linked, and messages come. */
    OPEN,
    /** It says it is open, and nothing comes where something should. */
    DEGRADED,
    /** The connection ended; the session is still good, and it is taken up again. */
    CLOSED,
    /** The phone, or somebody over the API, ended the session: it must be linked again. */
    LOGGED_OUT,
    /** WhatsApp has banned or restricted the account. */
    RESTRICTED,
    /** WhatsApp wants a passkey before it links the account. */
    PASSKEY_REQUIRED,
    /** The gateway has no such instance. */
    MISSING,
    /** The gateway does not answer, or does not take the key. */
    GATEWAY_DOWN;

    /** The word used in JSON. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word of a newer version reads as {@link #DEGRADED}: something is not as it should be. */
    @JsonCreator
    public static LinkStatus of(String wire) {
        for (LinkStatus known : values()) {
            if (known.wire().equals(wire)) {
                return known;
            }
        }
        return DEGRADED;
    }

    /** Whether messages come. */
    public boolean isUp() {
        return this == OPEN;
    }

    /** Whether the account is in the hands of somebody who links it: no outage, and nothing to be alarmed about. */
    public boolean isBeingLinked() {
        return this == NEW || this == QR || this == PAIRING;
    }
}
