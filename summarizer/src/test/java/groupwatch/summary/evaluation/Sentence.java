package groupwatch.summary.evaluation;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sentence of a summary with what it cites; an action item with who and due is one. */
record Sentence(String text, List<String> words, List<String> messages) {

    static List<Sentence> of(SummaryContent content) {
        var sentences = new ArrayList<Sentence>();
        Stream.of(
                        content.overview(),
                        content.topics().stream()
                                .flatMap(topic -> topic.points().stream())
                                .toList(),
                        content.decisions(),
                        content.openQuestions(),
                        content.urgent())
                .flatMap(List::stream)
                .map(Sentence::of)
                .forEach(sentences::add);
        content.actionItems().stream().map(Sentence::of).forEach(sentences::add);
        return sentences;
    }

    private static Sentence of(Cited cited) {
        return of(cited.text(), cited.messages());
    }

    private static Sentence of(ActionItem item) {
        var text = Stream.of(item.who(), item.text(), item.due())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
        return of(text, item.messages());
    }

    private static Sentence of(String text, List<String> messages) {
        return new Sentence(text, Keywords.of(text), messages);
    }
}
