package groupwatch.events.observed;

import org.jspecify.annotations.Nullable;

/**
 * A code to link an account with; a secret while it is valid (about 45 seconds).
 *
 * @param image a {@code data:} URL
 */
public record QrCodeSeen(
        String code, @Nullable String image, @Nullable String pairingCode) implements Observation {}
