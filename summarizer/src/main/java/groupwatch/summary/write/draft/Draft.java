package groupwatch.summary.write.draft;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** A day, or a part of it, in short. Every sentence in it has passed the checks. */
public record Draft(
        List<Sentence> overview,
        List<Subject> topics,
        List<Sentence> decisions,
        List<Task> tasks,
        List<Sentence> questions,
        List<Sentence> urgent) {

    public Draft {
        overview = List.copyOf(overview);
        topics = List.copyOf(topics);
        decisions = List.copyOf(decisions);
        tasks = List.copyOf(tasks);
        questions = List.copyOf(questions);
        urgent = List.copyOf(urgent);
    }

    /** In no order that matters. */
    public Stream<Sentence> sentences() {
        return Stream.of(
                        overview.stream(),
                        topics.stream().flatMap(topic -> topic.points().stream()),
                        decisions.stream(),
                        tasks.stream().map(Task::what),
                        questions.stream(),
                        urgent.stream())
                .flatMap(part -> part);
    }

    public int size() {
        return (int) sentences().count();
    }

    public boolean isEmpty() {
        return sentences().findAny().isEmpty();
    }

    /** The same with so many sentences at most: what is urgent, decided, to do or open goes first, then the overview, then the topics in turn. */
    public Draft atMost(int sentences) {
        if (size() <= sentences) {
            return this;
        }
        Left left = new Left(sentences);
        List<Sentence> urgentKept = left.of(urgent);
        List<Sentence> decisionsKept = left.of(decisions);
        List<Task> tasksKept = left.of(tasks);
        List<Sentence> questionsKept = left.of(questions);
        List<Sentence> overviewKept = left.of(overview);
        List<Subject> topicsKept = new ArrayList<>();
        for (int at = 0; at < topics.size(); at++) {
            Subject topic = topics.get(at);
            List<Sentence> points = new Left(left.sharedBy(topics.size() - at)).of(topic.points());
            left.take(points.size());
            if (!points.isEmpty()) {
                topicsKept.add(new Subject(topic.title(), points));
            }
        }
        return new Draft(overviewKept, topicsKept, decisionsKept, tasksKept, questionsKept, urgentKept);
    }

    /** @param id of the message with a number */
    public SummaryContent content(IntFunction<String> id) {
        return new SummaryContent(
                cited(overview, id),
                topics.stream()
                        .map(topic -> new Topic(topic.title(), cited(topic.points(), id)))
                        .toList(),
                cited(decisions, id),
                tasks.stream()
                        .map(task -> new ActionItem(task.what().text(), task.who(), task.due(), ids(task.what(), id)))
                        .toList(),
                cited(questions, id),
                cited(urgent, id));
    }

    /** The inverse of {@link #content}. */
    public static Draft of(SummaryContent content, ToIntFunction<String> number) {
        return new Draft(
                sentences(content.overview(), number),
                content.topics().stream()
                        .map(topic -> new Subject(topic.title(), sentences(topic.points(), number)))
                        .toList(),
                sentences(content.decisions(), number),
                content.actionItems().stream()
                        .map(item -> new Task(sentence(item.text(), item.messages(), number), item.who(), item.due()))
                        .toList(),
                sentences(content.openQuestions(), number),
                sentences(content.urgent(), number));
    }

    private static List<Sentence> sentences(List<Cited> cited, ToIntFunction<String> number) {
        return cited.stream()
                .map(one -> sentence(one.text(), one.messages(), number))
                .toList();
    }

    private static Sentence sentence(String text, List<String> ids, ToIntFunction<String> number) {
        return new Sentence(text, ids.stream().map(number::applyAsInt).toList());
    }

    private static List<Cited> cited(List<Sentence> sentences, IntFunction<String> id) {
        return sentences.stream()
                .map(sentence -> new Cited(sentence.text(), ids(sentence, id)))
                .toList();
    }

    private static List<String> ids(Sentence sentence, IntFunction<String> id) {
        return sentence.cites().stream().map(id::apply).toList();
    }

    /** How many sentences there is still room for. */
    private static final class Left {

        private int sentences;

        Left(int sentences) {
            this.sentences = sentences;
        }

        <T> List<T> of(List<T> all) {
            List<T> kept = all.subList(0, Math.min(sentences, all.size()));
            take(kept.size());
            return kept;
        }

        void take(int taken) {
            sentences -= taken;
        }

        int sharedBy(int many) {
            return (sentences + many - 1) / many;
        }
    }
}
