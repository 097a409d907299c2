package groupwatch.summary.daily;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.transcript.Fingerprint;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages that a summary cites, with the fingerprints of their words. */
final class Sources {

    private Sources() {}

    static Map<String, String> of(SummaryContent content, Transcript transcript) {
        Set<String> cited = cited(content).collect(Collectors.toSet());
        return transcript.lines().stream()
                .filter(line -> cited.contains(line.id()))
                .collect(Collectors.toMap(Line::id, Fingerprint::of));
    }

    private static Stream<String> cited(SummaryContent content) {
        return Stream.of(
                        content.overview().stream().map(Cited::messages),
                        content.topics().stream()
                                .flatMap(topic -> topic.points().stream())
                                .map(Cited::messages),
                        content.decisions().stream().map(Cited::messages),
                        content.actionItems().stream().map(ActionItem::messages),
                        content.openQuestions().stream().map(Cited::messages),
                        content.urgent().stream().map(Cited::messages))
                .flatMap(messages -> messages)
                .flatMap(List::stream);
    }
}
