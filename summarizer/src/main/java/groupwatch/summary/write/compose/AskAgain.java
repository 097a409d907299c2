package groupwatch.summary.write.compose;

import groupwatch.summary.model.Turn;
import groupwatch.summary.model.Turn.Role;
import groupwatch.summary.text.Tokens;
import groupwatch.summary.write.check.Checked;
import groupwatch.summary.write.check.Problem;
import groupwatch.summary.write.prompt.Prompt;
import java.util.List;
import java.util.stream.Collectors;

/** What is said to a model whose answer cannot be taken as it is. Of the answer itself nothing is repeated in words that are ours. */
final class AskAgain {

    private static final int MOST_PROBLEMS = 25;

    private static final String SHORTER = """

            Your last answer was cut off because it was too long. Answer with at most half as many sentences as you were allowed, each below \
            25 words, and the whole JSON object.
            """;

    private static final String WHOLE =
            "Answer again with the whole JSON object: these places corrected or left out, the rest as it was.\n";

    private AskAgain() {}

    static List<Turn> shorter(Prompt prompt) {
        return List.of(new Turn(Role.USER, prompt.user() + SHORTER));
    }

    /** @param room for showing the model its answer; without it, it is only told */
    static List<Turn> corrected(Prompt prompt, Checked checked, Room room) {
        String answer = checked.answer();
        String problems = problems(checked);
        if (answer == null || !room.has(prompt.tokens() + Tokens.of(answer))) {
            return List.of(new Turn(Role.USER, prompt.user() + "\n" + problems));
        }
        return List.of(
                new Turn(Role.USER, prompt.user()), new Turn(Role.ASSISTANT, answer), new Turn(Role.USER, problems));
    }

    private static String problems(Checked checked) {
        List<Problem> problems = checked.problems();
        if (problems.isEmpty()) {
            return "Your last answer has no sentence, but something was said. " + WHOLE;
        }
        String listed = problems.stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> "- " + problem.where() + " " + problem.what() + "\n")
                .collect(Collectors.joining());
        int more = problems.size() - MOST_PROBLEMS;
        return "Your last answer was checked, and this is wrong with it:\n" + listed
                + (more > 0 ? "- and " + more + " places more\n" : "")
                + WHOLE;
    }
}
