package groupwatch.watchdog.link;

import java.time.Instant;

/** Whether a link that says it is open really is. */
public sealed interface Verdict {

    /** Events come, or none are to be expected. */
    record Alive() implements Verdict {}

    /**
     * Nothing comes where something should.
     *
     * @param silentSince when the last event came
     * @param cause a word for programs: {@code not-telling}, {@code no-answer-from-whatsapp}, {@code silent}
     * @param explanation a sentence for people
     */
    record Dead(Instant silentSince, String cause, String explanation) implements Verdict {}
}
