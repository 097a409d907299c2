package groupwatch.events.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question put to the vote.
 *
 * @param selectable how many options one person may choose; 0 = any number, absent = not told
 */
public record Poll(
        String question, List<PollOption> options, @Nullable Integer selectable) {

    public Poll {
        options = options == null ? List.of() : List.copyOf(options);
    }
}
