package groupwatch.report.build;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.report.content.Citation;
import groupwatch.report.content.DailySummary.Summarised;
import groupwatch.report.content.Statement;
import groupwatch.report.content.TopicPoints;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of a group's summaries, with who said what they rest on.
 *
 * @param found the cited messages by id; of one that is not there any more no more is told than its id
 */
record Sentences(Map<String, Citation> found) {

    /** Ids of all messages that a summary cites. */
    static Set<String> cited(SummaryContent content) {
        Stream<Cited> said = Stream.of(
                        content.overview().stream(),
                        content.topics().stream().flatMap(topic -> topic.points().stream()),
                        content.decisions().stream(),
                        content.openQuestions().stream(),
                        content.urgent().stream())
                .flatMap(cited -> cited);
        return Stream.concat(
                        said.map(Cited::messages),
                        content.actionItems().stream().map(ActionItem::messages))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Summarised summarised(boolean extractive, SummaryContent content) {
        return new Summarised(
                extractive,
                all(content.overview()),
                content.topics().stream()
                        .map(topic -> new TopicPoints(topic.title(), all(topic.points())))
                        .toList(),
                all(content.decisions()),
                content.actionItems().stream().map(item -> task(item, null)).toList(),
                all(content.openQuestions()),
                all(content.urgent()));
    }

    private List<Statement> all(List<Cited> sentences) {
        return sentences.stream().map(sentence -> sentence(sentence, null)).toList();
    }

    /** @param day of whose summary it is, in a report of several days */
    Statement sentence(Cited cited, @Nullable LocalDate day) {
        return new Statement(cited.text(), null, null, day, citations(cited.messages()));
    }

    /** @param day of whose summary it is, in a report of several days */
    Statement task(ActionItem item, @Nullable LocalDate day) {
        return new Statement(item.text(), item.who(), item.due(), day, citations(item.messages()));
    }

    private List<Citation> citations(List<String> ids) {
        return ids.stream()
                .distinct()
                .map(id -> found.getOrDefault(id, new Citation(id, null, null)))
                .toList();
    }
}
