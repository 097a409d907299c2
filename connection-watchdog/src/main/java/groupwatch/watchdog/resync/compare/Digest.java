package groupwatch.watchdog.resync.compare;

import groupwatch.watchdog.raw.Sha256;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What was written, so that it can be recognised and not be read. */
final class Digest {

    private Digest() {}

    /** Absent for no text. */
    static @Nullable String of(@Nullable String text) {
        // NUL is stored as this
        return text == null ? null : Sha256.of(text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8));
    }
}
