package groupwatch.summary.extract;

import groupwatch.events.summary.ActionItem;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Length;
import groupwatch.summary.write.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A chat written down in short, {@code "Ana: text"} a line, {@code "Ana >2: text"} for an answer to line 2; and what is told of it. */
final class Told {

    private static final Instant MORNING = Instant.parse("2026-03-12T08:00:00Z");
    private static final ExtractiveSummary EXTRACTIVE = new ExtractiveSummary();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Told() {}

    static SummaryContent of(String... chat) {
        return of(transcript(chat));
    }

    static SummaryContent of(Transcript transcript) {
        return of(transcript, Length.NORMAL);
    }

    static SummaryContent of(Transcript transcript, Length length) {
        return EXTRACTIVE
                .write(transcript, new Wish(Locale.ENGLISH, length))
                .block(PATIENCE)
                .content();
    }

    /** Lines are called m1, m2… and come every two minutes. */
    static Transcript transcript(String... chat) {
        var lines = new ArrayList<Line>();
        for (var line : chat) {
            var head = line.substring(0, line.indexOf(": "));
            var text = line.substring(head.length() + 2);
            var parts = head.split(" >");
            var id = "m" + (lines.size() + 1);
            var at = MORNING.plus(Duration.ofMinutes(2L * lines.size()));
            var plain = Line.of(id, at, parts[0], text);
            lines.add(parts.length == 1 ? plain : answer(plain, "m" + parts[1]));
        }
        return transcript(lines);
    }

    static Transcript transcript(List<Line> lines) {
        return new Transcript("1@g.us", "Group", LocalDate.of(2026, 3, 12), ZoneOffset.UTC, lines);
    }

    private static Line answer(Line line, String to) {
        return new Line(line.id(), line.at(), line.speaker(), line.type(), line.text(), to, null, false, 0, List.of());
    }

    /** All sentences, wherever they stand. */
    static List<String> texts(SummaryContent content) {
        return cited(content).map(Cited::text).toList();
    }

    static List<String> texts(List<Cited> cited) {
        return cited.stream().map(Cited::text).toList();
    }

    static Stream<Cited> cited(SummaryContent content) {
        return Stream.of(
                        content.overview().stream(),
                        content.topics().stream().flatMap(topic -> topic.points().stream()),
                        content.decisions().stream(),
                        content.actionItems().stream().map(Told::cited),
                        content.openQuestions().stream(),
                        content.urgent().stream())
                .flatMap(cited -> cited);
    }

    private static Cited cited(ActionItem item) {
        return new Cited(item.text(), item.messages());
    }

    /** Small talk, so that a day is not only what is looked at. */
    static String[] amidTalk(String... chat) {
        var talk = new String[] {"Zoe: good morning", "Yan: 😂", "Xin: lovely day", "Zoe: haha", "Yan: thanks all"};
        return Stream.of(Arrays.stream(chat), Arrays.stream(talk))
                .flatMap(lines -> lines)
                .toArray(String[]::new);
    }
}
