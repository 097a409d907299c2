package groupwatch.report.testing;

import groupwatch.events.EventCodec;
import groupwatch.events.summary.Summary;
import groupwatch.report.testing.FakeSuite.Answer;
import groupwatch.report.testing.FakeSuite.Question;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The summarizer's API, over what tests put in. What is asked for and not said how to be answered is delayed. */
public final class FakeSummarizer {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private record Key(String group, LocalDate day) {}

    private final Map<Key, Summary> summaries = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> settings = new ConcurrentHashMap<>();
    private final Map<String, Queue<Supplier<Answer>>> answers = new ConcurrentHashMap<>();

    /** New, or as it is now. */
    public FakeSummarizer put(Summary summary) {
        summaries.put(new Key(summary.group(), summary.date()), summary);
        return this;
    }

    public FakeSummarizer wish(String group, boolean enabled, int minMessages) {
        settings.put(group, MAPPER.createObjectNode().put("enabled", enabled).put("minMessages", minMessages));
        return this;
    }

    /** The next answer to who asks for a day of the group: it is there then. */
    public FakeSummarizer writes(Summary summary) {
        return next(summary.group(), () -> {
            put(summary);
            ObjectNode answer = MAPPER.createObjectNode();
            answer.put("summary", "…")
                    .put("message_count", summary.messages())
                    .put("cached", false)
                    .put("date", summary.date().toString())
                    .set("details", EventCodec.mapper().valueToTree(summary));
            return Answer.ok(answer);
        });
    }

    /** The next answer: nothing was said. */
    public FakeSummarizer saysNothing(String group, LocalDate day) {
        return next(
                group,
                () -> Answer.ok(MAPPER.createObjectNode()
                        .put("summary", "No messages on this date.")
                        .put("message_count", 0)
                        .put("cached", false)
                        .put("date", day.toString())));
    }

    /** The next answer: later. */
    public FakeSummarizer delays(String group, int retryAfterSeconds) {
        return next(
                group,
                () -> Answer.problem(
                        503, "summary-delayed", "It is being written.", String.valueOf(retryAfterSeconds)));
    }

    /** The next answer: the day's budget is spent. */
    public FakeSummarizer isSpent(String group) {
        return next(group, () -> Answer.problem(503, "budget-spent", "The budget of the day is spent", "900"));
    }

    /** The next answer: this error. */
    public FakeSummarizer fails(String group, int status, @Nullable String retryAfter) {
        return next(group, () -> Answer.problem(status, "bug", "SECRET words of a message", retryAfter));
    }

    /** The next answer never comes. */
    public FakeSummarizer hangs(String group) {
        return next(group, () -> Answer.NEVER);
    }

    /** The next answer: a summary that is none. */
    public FakeSummarizer breaks(String group) {
        ObjectNode answer = MAPPER.createObjectNode();
        answer.putObject("details").put("group", group).put("date", "SECRET words of a message");
        return next(group, () -> Answer.ok(answer));
    }

    /** From now on, nobody is told what the group wants. */
    public FakeSummarizer wishFails(String group) {
        settings.put(group, MAPPER.createObjectNode().put("status", 500));
        return this;
    }

    private FakeSummarizer next(String group, Supplier<Answer> answer) {
        answers.computeIfAbsent(group, jid -> new ConcurrentLinkedQueue<>()).add(answer);
        return this;
    }

    Answer list(Question question) {
        LocalDate from = LocalDate.parse(Objects.requireNonNull(question.parameter("from")));
        LocalDate to = LocalDate.parse(Objects.requireNonNull(question.parameter("to")));
        return Paged.answer(
                summaries.values().stream()
                        .filter(summary -> question.maySee(summary.group()))
                        .filter(summary ->
                                !summary.date().isBefore(from) && summary.date().isBefore(to))
                        .sorted(Comparator.comparing(Summary::date).reversed().thenComparing(Summary::group))
                        .toList(),
                question,
                summary -> EventCodec.mapper().<ObjectNode>valueToTree(summary));
    }

    Answer settings(Question question) {
        ObjectNode chosen = settings.get(question.jid());
        if (chosen != null && chosen.has("status")) {
            return Answer.problem(chosen.path("status").asInt(), "bug", "It fails.");
        }
        return Answer.ok(
                chosen == null ? MAPPER.createObjectNode().put("enabled", true).put("minMessages", 5) : chosen);
    }

    Answer summarize(Question question) {
        Queue<Supplier<Answer>> next = answers.get(question.jid());
        @Nullable Supplier<Answer> answer = next == null ? null : next.poll();
        return answer == null ? Answer.problem(503, "summary-delayed", "It is being written.", "1") : answer.get();
    }
}
