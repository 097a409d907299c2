package groupwatch.watchdog.code;

import groupwatch.watchdog.code.CodeStream.Step.Open;
import groupwatch.watchdog.code.CodeStream.Step.Over;
import groupwatch.watchdog.code.CodeStream.Step.Show;
import groupwatch.watchdog.code.CodeStream.Step.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one listener is told, look by look. */
final class CodeStream {

    /** Longer than codes have ever been away between two. */
    private static final Duration UNTIL_OVER = Duration.ofSeconds(30);

    private static final Over NO_MORE = new Over(
            "no-more-codes",
            "Evolution shows no more codes: nobody scanned one in time, or the link was ended."
                    + " Ask for a new one when the phone is at hand.");

    private final Clock clock;
    private Instant lastCodeAt;
    private @Nullable Instant shown;

    CodeStream(Clock clock) {
        this.clock = clock;
        this.lastCodeAt = clock.instant();
    }

    /** What the rows say. */
    record Look(boolean linked, @Nullable ShownCode code) {}

    /** What to do. */
    sealed interface Step {

        record Wait() implements Step {}

        record Show(ShownCode code) implements Step {}

        record Open() implements Step {}

        /** @param cause a word for programs */
        record Over(String cause, String advice) implements Step {}

        default boolean isLast() {
            return this instanceof Open || this instanceof Over;
        }
    }

    Step next(Look look) {
        if (look.linked()) {
            return new Open();
        }
        ShownCode code = look.code();
        Instant now = clock.instant();
        if (code == null) {
            return Duration.between(lastCodeAt, now).compareTo(UNTIL_OVER) >= 0 ? NO_MORE : new Wait();
        }
        lastCodeAt = now;
        if (code.shownAt().equals(shown)) {
            return new Wait();
        }
        shown = code.shownAt();
        return new Show(code);
    }
}
