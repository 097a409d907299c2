package groupwatch.summary.show;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.Topic;
import groupwatch.summary.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands where, whatever it is written in. All text in it is plain and on one line, and not escaped.
 *
 * @param notes how it came about
 */
record Page(String title, String day, List<Section> sections, List<String> notes) {

    /** @param kind a word of ours */
    record Section(String kind, String title, List<Item> items) {}

    /** @param topic that begins with it; absent where none does */
    record Item(
            @Nullable String topic,
            String text,
            @Nullable String who,
            @Nullable String due,
            List<Cite> cites) {}

    /** @param number from 1, the same message always the same */
    record Cite(int number, String address) {}

    static Page of(Summary summary, GroupAddress address) {
        Labels labels = Labels.of(summary.language());
        String name = summary.groupName() == null ? summary.group() : summary.groupName();
        return new Page(
                PlainText.oneLine(name),
                labels.day(summary.date()),
                new Sections(summary, address).of(labels),
                notes(summary, labels));
    }

    private static List<String> notes(Summary summary, Labels labels) {
        List<String> notes = new ArrayList<>();
        notes.add(labels.messages(summary.messages()));
        if (summary.omitted() > 0) {
            notes.add(labels.omitted(summary.omitted()));
        }
        if (summary.provider().equals(Summary.EXTRACTIVE)) {
            notes.add(labels.extractive());
        }
        if (summary.soFar()) {
            notes.add(labels.soFar());
        }
        if (summary.reissued()) {
            notes.add(labels.reissued());
        }
        if (summary.dropped() > 0) {
            notes.add(labels.dropped(summary.dropped()));
        }
        return notes;
    }

    /** Counts the messages that are cited, in the order in which they are read. */
    private static final class Sections {

        private final Summary summary;
        private final GroupAddress address;
        private final Map<String, Cite> cites = new LinkedHashMap<>();
        private final List<Section> sections = new ArrayList<>();

        Sections(Summary summary, GroupAddress address) {
            this.summary = summary;
            this.address = address;
        }

        List<Section> of(Labels labels) {
            SummaryContent content = summary.content();
            section("overview", labels.overview(), items(content.overview()));
            section("urgent", labels.urgent(), items(content.urgent()));
            section("decisions", labels.decisions(), items(content.decisions()));
            section(
                    "actions",
                    labels.actionItems(),
                    content.actionItems().stream().map(this::item).toList());
            section("questions", labels.openQuestions(), items(content.openQuestions()));
            section(
                    "topics",
                    labels.topics(),
                    content.topics().stream()
                            .map(this::items)
                            .flatMap(List::stream)
                            .toList());
            return sections;
        }

        private void section(String kind, String title, List<Item> items) {
            if (!items.isEmpty()) {
                sections.add(new Section(kind, title, items));
            }
        }

        private List<Item> items(Topic topic) {
            List<Item> items = new ArrayList<>();
            for (Cited point : topic.points()) {
                String title = items.isEmpty() ? PlainText.oneLine(topic.title()) : null;
                items.add(new Item(title, PlainText.oneLine(point.text()), null, null, cites(point.messages())));
            }
            return items;
        }

        private List<Item> items(List<Cited> sentences) {
            return sentences.stream()
                    .map(sentence ->
                            new Item(null, PlainText.oneLine(sentence.text()), null, null, cites(sentence.messages())))
                    .toList();
        }

        private Item item(ActionItem item) {
            return new Item(
                    null, PlainText.oneLine(item.text()), plain(item.who()), plain(item.due()), cites(item.messages()));
        }

        private static @Nullable String plain(@Nullable String text) {
            return text == null || text.isBlank() ? null : PlainText.oneLine(text);
        }

        private List<Cite> cites(List<String> messages) {
            return messages.stream().distinct().map(this::cite).toList();
        }

        private Cite cite(String message) {
            return cites.computeIfAbsent(message, id -> new Cite(cites.size() + 1, address.of(summary.group(), id)));
        }
    }
}
