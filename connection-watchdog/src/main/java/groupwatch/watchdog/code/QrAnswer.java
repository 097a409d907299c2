package groupwatch.watchdog.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param code the PNG as an address that browsers show */
record QrAnswer(String code, @Nullable String pairingCode, Instant expiresAt) {

    /** Without the codes. */
    @Override
    public String toString() {
        return "QrAnswer[" + expiresAt + "]";
    }
}
