package groupwatch.watchdog.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code to link an account with.
 *
 * @param code text of the QR code
 * @param pairingCode to be typed on the phone, as {@code WZYE-H1YY}; absent when no number was given
 */
record ShownCode(String code, @Nullable String pairingCode, Instant shownAt, Instant expiresAt) {

    private static final int HALF = 4;

    /** In halves, as phones show it. */
    static String inHalves(String pairingCode) {
        return pairingCode.length() == 2 * HALF
                ? pairingCode.substring(0, HALF) + "-" + pairingCode.substring(HALF)
                : pairingCode;
    }

    /** Without the codes. */
    @Override
    public String toString() {
        return "ShownCode[" + shownAt + "]";
    }
}
