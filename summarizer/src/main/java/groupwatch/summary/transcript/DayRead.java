package groupwatch.summary.transcript;

import java.util.Set;

/**
 * A day as it was read.
 *
 * @param answered ids of messages of other days that are answered in it
 * @param omitted messages that were not read because there were too many
 */
public record DayRead(Transcript transcript, Set<String> answered, int omitted) {

    public DayRead {
        answered = Set.copyOf(answered);
    }
}
