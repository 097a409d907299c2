package groupwatch.summary.daily;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.Topic;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is left of a version once a day was read again: without the sentences that rest on a message that is no longer there, or has other words.
 *
 * @param count sentences that went
 */
record Withdrawal(SummaryContent content, int count) {

    static Withdrawal of(SummaryVersion version, Transcript now) {
        Map<String, String> sources = version.sources();
        Map<String, String> standing = Sources.of(sources.keySet(), now);
        Set<String> gone = sources.entrySet().stream()
                .filter(source -> !source.getValue().equals(standing.get(source.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        SummaryContent before = version.summary().content();
        SummaryContent after = gone.isEmpty() ? before : without(before, gone);
        return new Withdrawal(after, sentences(before) - sentences(after));
    }

    private static SummaryContent without(SummaryContent content, Set<String> gone) {
        Predicate<Cited> stands = cited -> cited.messages().stream().noneMatch(gone::contains);
        Predicate<ActionItem> itemStands = item -> item.messages().stream().noneMatch(gone::contains);
        return new SummaryContent(
                content.overview().stream().filter(stands).toList(),
                content.topics().stream()
                        .map(topic -> left(topic, stands))
                        .filter(topic -> !topic.points().isEmpty())
                        .toList(),
                content.decisions().stream().filter(stands).toList(),
                content.actionItems().stream().filter(itemStands).toList(),
                content.openQuestions().stream().filter(stands).toList(),
                content.urgent().stream().filter(stands).toList());
    }

    /** A title is made of the words of its points: it stays only with all of them. */
    private static Topic left(Topic topic, Predicate<Cited> stands) {
        List<Cited> points = topic.points().stream().filter(stands).toList();
        return points.size() == topic.points().size() ? topic : new Topic("…", points);
    }

    private static int sentences(SummaryContent content) {
        return content.overview().size()
                + content.topics().stream()
                        .mapToInt(topic -> topic.points().size())
                        .sum()
                + content.decisions().size()
                + content.actionItems().size()
                + content.openQuestions().size()
                + content.urgent().size();
    }
}
