package groupwatch.media.fetch;

import groupwatch.events.message.MediaState;
import groupwatch.kit.jobs.Outcome;

/** What an error means for the file. */
sealed interface Verdict {

    /** Another attempt may help. */
    record Waits(Outcome outcome) implements Verdict {}

    /** No attempt helps. */
    record Ended(MediaState state, String reason, String detail) implements Verdict {

        String sentence() {
            return reason + ": " + detail;
        }
    }
}
