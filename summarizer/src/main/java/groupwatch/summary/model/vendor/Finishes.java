package groupwatch.summary.model.vendor;

import groupwatch.summary.model.Finish;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The vendors' words for why a model stopped. */
final class Finishes {

    private Finishes() {}

    /** A word that nobody knows yet is no sign of a whole answer. */
    static Finish of(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "end_turn", "stop_sequence", "stop" -> Finish.COMPLETE;
            case "refusal", "content_filter" -> Finish.REFUSED;
            default -> Finish.TRUNCATED;
        };
    }
}
