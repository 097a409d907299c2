package groupwatch.summary.ask.answer;

import groupwatch.summary.ask.find.Source;
import groupwatch.summary.store.StoredGroup;
import groupwatch.summary.text.PlainText;
import groupwatch.summary.transcript.Line;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Messages as a model reads them: each on one line behind its number, so that none can look like another. */
final class SourceLines {

    private static final int LONGEST_NAME = 80;

    private final DateTimeFormatter times;
    private final Map<String, Integer> numbers;

    SourceLines(List<Source> sources, ZoneId zone) {
        this.times = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH)
                .withZone(zone);
        this.numbers = sources.stream()
                .collect(Collectors.toMap(source -> key(source, source.line().id()), Source::number, Math::min));
    }

    String group(StoredGroup group) {
        return "Group: " + name(Objects.requireNonNullElse(group.name(), "(no name)"));
    }

    String line(Source source) {
        Line line = source.line();
        return "[" + source.number() + "] " + times.format(source.at()) + " " + name(line.speaker()) + answers(source)
                + (line.edited() ? " (edited)" : "") + ": "
                + text(line.text())
                + (line.reactions() == 0
                        ? ""
                        : " (" + line.reactions() + " reactions: " + String.join("", line.reactionEmojis()) + ")");
    }

    private String answers(Source source) {
        String replyTo = source.line().replyTo();
        Integer number = replyTo == null ? null : numbers.get(key(source, replyTo));
        return number == null ? "" : " (answers " + number + ")";
    }

    private static String key(Source source, String id) {
        return source.group().jid() + " " + id;
    }

    private static String text(String text) {
        return Disarmed.uncited(PlainText.oneLine(text));
    }

    private static String name(String name) {
        return PlainText.shortened(text(name), LONGEST_NAME).replace(':', ' ');
    }
}
