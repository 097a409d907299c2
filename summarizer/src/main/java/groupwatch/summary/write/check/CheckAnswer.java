package groupwatch.summary.write.check;

import groupwatch.summary.write.draft.Draft;
import groupwatch.summary.write.draft.Sentence;
import groupwatch.summary.write.draft.Subject;
import groupwatch.summary.write.prompt.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Goes through one answer. Fields nobody asked for are not looked at, and nothing of them comes out. */
public final class CheckAnswer {

    private static final int MOST_OF_A_LIST = 500;

    private final CheckSentence check;
    private final List<Problem> problems = new ArrayList<>();
    private int dropped;

    private CheckAnswer(CheckSentence check) {
        this.check = check;
    }

    /** @param evidence what the answer may rest on */
    public static Checked check(String answer, Evidence evidence, Fence fence) {
        CheckAnswer check = new CheckAnswer(new CheckSentence(evidence, fence));
        return ReadAnswer.of(answer)
                .map(check::object)
                .orElseGet(
                        () -> Checked.unreadable(new Problem("the answer", "is no JSON object of the form asked for")));
    }

    private Checked object(JsonNode object) {
        Draft draft = new Draft(
                list(object.path("overview"), "overview", check::sentence),
                topics(object.path("topics")),
                list(object.path("decisions"), "decisions", check::sentence),
                list(object.path("action_items"), "action_items", check::task),
                list(object.path("open_questions"), "open_questions", check::sentence),
                list(object.path("urgent"), "urgent", check::sentence));
        return new Checked(draft, problems, dropped, ReadAnswer.bare(object));
    }

    private List<Subject> topics(JsonNode nodes) {
        List<Subject> topics = new ArrayList<>();
        for (int at = 0; at < elements("topics", nodes); at++) {
            String where = "topics[" + at + "]";
            JsonNode node = nodes.get(at);
            List<Sentence> points = list(node.path("points"), where + ".points", check::sentence);
            Optional<String> title = tried(where, node.path("title"), check::title, points.size());
            if (title.isPresent() && !points.isEmpty()) {
                topics.add(new Subject(title.get(), points));
            }
        }
        return topics;
    }

    private <T> List<T> list(JsonNode nodes, String where, Function<JsonNode, T> read) {
        List<T> kept = new ArrayList<>();
        for (int at = 0; at < elements(where, nodes); at++) {
            tried(where + "[" + at + "]", nodes.get(at), read, 1).ifPresent(kept::add);
        }
        return kept;
    }

    /** How many elements a list has; what is there and is no list is a problem. */
    private int elements(String where, JsonNode nodes) {
        if (!nodes.isArray() && !nodes.isMissingNode() && !nodes.isNull()) {
            problems.add(new Problem(where, "is no list"));
        }
        return nodes.isArray() ? Math.min(nodes.size(), MOST_OF_A_LIST) : 0;
    }

    /** @param lost sentences that are gone when it fails */
    private <T> Optional<T> tried(String where, JsonNode node, Function<JsonNode, T> read, int lost) {
        try {
            return Optional.of(read.apply(node));
        } catch (FaultyException e) {
            problems.add(new Problem(where, e.what()));
            dropped += lost;
            return Optional.empty();
        }
    }
}
