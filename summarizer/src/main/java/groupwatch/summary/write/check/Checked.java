package groupwatch.summary.write.check;

import groupwatch.summary.write.draft.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer after the check.
 *
 * @param draft what passed
 * @param problems what did not
 * @param dropped sentences that did not pass
 * @param answer the JSON as it was understood, without what stood around it; absent where there was none
 */
public record Checked(
        Draft draft,
        List<Problem> problems,
        int dropped,
        @Nullable String answer) {

    public Checked {
        problems = List.copyOf(problems);
    }

    static Checked unreadable(Problem problem) {
        Draft nothing = new Draft(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new Checked(nothing, List.of(problem), 0, null);
    }
}
