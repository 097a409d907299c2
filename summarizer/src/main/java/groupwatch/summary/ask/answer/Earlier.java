package groupwatch.summary.ask.answer;

import groupwatch.summary.model.Turn;
import groupwatch.summary.model.Turn.Role;
import groupwatch.summary.text.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The conversation so far. */
public final class Earlier {

    /** Numbers of an earlier answer stand for other messages now. */
    private static final Pattern CITATION = Pattern.compile("\\s*\\[\\d{1,6}]");

    private Earlier() {}

    /** The newest turns, as many as there is room for. */
    public static List<Turn> within(int tokens, List<Turn> turns) {
        Deque<Turn> kept = new ArrayDeque<>();
        int left = tokens;
        for (Turn turn : turns.reversed()) {
            left -= Tokens.of(turn.text());
            if (left < 0) {
                break;
            }
            kept.addFirst(turn);
        }
        return List.copyOf(kept);
    }

    /** As models want it: the user first, then the sides in turn, the model's last, so that a question can follow. */
    static List<Turn> alternating(List<Turn> turns) {
        List<Turn> result = new ArrayList<>();
        for (Turn turn : turns) {
            Turn said = turn.role() == Role.ASSISTANT
                    ? new Turn(Role.ASSISTANT, CITATION.matcher(turn.text()).replaceAll(""))
                    : turn;
            if (said.text().isBlank()) {
                continue;
            }
            if (!result.isEmpty() && result.getLast().role() == said.role()) {
                said = new Turn(said.role(), result.removeLast().text() + "\n" + said.text());
            }
            if (!result.isEmpty() || said.role() == Role.USER) {
                result.add(said);
            }
        }
        if (!result.isEmpty() && result.getLast().role() == Role.USER) {
            // asked and not answered: the question that follows would else be part of it
            result.add(new Turn(Role.ASSISTANT, CheckedAnswer.NONE));
        }
        return result;
    }
}
