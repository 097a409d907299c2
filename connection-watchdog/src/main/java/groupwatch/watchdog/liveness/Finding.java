package groupwatch.watchdog.liveness;

import groupwatch.watchdog.link.Verdict.Dead;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came out of a look at a silence. */
enum Finding {
    /** Evolution has nothing that it did not tell, and WhatsApp answers where it was asked. */
    FINE("fine", null),
    /** It was not to be found out now. */
    UNKNOWN("unknown", null),
    UNTOLD(
            "not-telling",
            "The gateway has received messages since then and has told none of them: its webhook does not reach the suite."),
    NO_ANSWER(
            "no-answer-from-whatsapp", "The gateway says that the link is open, but WhatsApp does not answer over it."),
    SILENT(
            "silent",
            "The link says that it is open, but nothing comes at a time when this account always has much to tell.");

    private final String word;
    private final @Nullable String explanation;

    Finding(String word, @Nullable String explanation) {
        this.word = word;
        this.explanation = explanation;
    }

    static Finding of(String word) {
        for (Finding known : values()) {
            if (known.word.equals(word)) {
                return known;
            }
        }
        return UNKNOWN;
    }

    String word() {
        return word;
    }

    /** Empty when it speaks for no dead link. */
    Optional<Dead> dead(Instant silentSince) {
        return Optional.ofNullable(explanation).map(text -> new Dead(silentSince, word, text));
    }
}
