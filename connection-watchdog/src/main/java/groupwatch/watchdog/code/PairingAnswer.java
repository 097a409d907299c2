package groupwatch.watchdog.code;

import java.time.Instant;
import java.util.Objects;

/** @param pairingCode as {@code WZYE-H1YY} */
record PairingAnswer(String pairingCode, Instant expiresAt) {

    static PairingAnswer of(ShownCode code) {
        return new PairingAnswer(Objects.requireNonNull(code.pairingCode(), "pairing code"), code.expiresAt());
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "PairingAnswer[" + expiresAt + "]";
    }
}
