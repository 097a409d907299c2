package groupwatch.summary.daily;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.transcript.Fingerprint;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages that a summary cites, with the fingerprints of their words. */
final class Sources {

    private Sources() {}

    static Map<String, String> of(SummaryContent content, Transcript transcript) {
        return of(cited(content).collect(Collectors.toSet()), transcript);
    }

    /** Of those of the messages that are there. */
    static Map<String, String> of(Set<String> messages, Transcript transcript) {
        Map<String, Line> lines = transcript.lines().stream().collect(Collectors.toMap(Line::id, Function.identity()));
        return messages.stream()
                .map(lines::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Line::id, line -> Fingerprint.of(line, answered(line, lines))));
    }

    private static @Nullable Line answered(Line line, Map<String, Line> lines) {
        return line.replyTo() == null ? null : lines.get(line.replyTo());
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
