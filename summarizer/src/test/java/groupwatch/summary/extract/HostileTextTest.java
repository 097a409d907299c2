package groupwatch.summary.extract;

import static groupwatch.summary.extract.Told.texts;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.message.MessageType;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Length;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

    private static final List<String> PIECES = List.of(
            "decided",
            "Korrektur",
            "não 18",
            "not 45",
            "?",
            "? ",
            "!",
            "…",
            "\n",
            "\r\n\t",
            "\u202E",
            "\u2066",
            "\u0000",
            "\uD800",
            "\uDC00",
            "👨‍👩‍👧",
            "😂",
            "🇧🇷",
            "<b>",
            "](javascript:x)",
            "→",
            "Ana: ",
            "8:45",
            "R$ 1.890",
            "قرار",
            "今日は会議",
            "ß",
            "İ",
            "é",
            "a\u0301\u0301\u0301",
            "urgent",
            "who",
            "I'll",
            "@Bob",
            "\u00A0",
            "x".repeat(500),
            ".",
            "...",
            "1.",
            "");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void citesOnlyMessagesOfTheDayAndIsPlain(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 20; round++) {
            var day = nasty(random, 1 + random.nextInt(60));
            var ids = day.lines().stream().map(Line::id).collect(Collectors.toSet());
            var length = Length.values()[random.nextInt(3)];
            var told = Told.of(day, length);
            assertThat(texts(told)).isNotEmpty().hasSizeLessThanOrEqualTo(length.sentences());
            assertThat(Told.cited(told)).allSatisfy(sentence -> {
                assertThat(ids).containsAll(sentence.messages());
                assertThat(sentence.messages()).doesNotHaveDuplicates();
                assertPlain(sentence.text());
            });
            told.topics().forEach(topic -> assertPlain(topic.title()));
            told.actionItems().forEach(item -> assertPlain(item.who() + " " + item.due()));
        }
    }

    private static void assertPlain(String text) {
        assertThat(text).isNotBlank().hasSizeLessThan(560);
        assertThat(text.codePoints()
                        .filter(point -> Character.isISOControl(point)
                                || point >= 0xD800 && point <= 0xDFFF
                                || point >= 0x202A && point <= 0x202E
                                || point >= 0x2066 && point <= 0x2069
                                || point == 0x200E
                                || point == 0x200F))
                .as("control, direction and half characters in %s", text)
                .isEmpty();
    }

    @Test
    void doesNotLetAMessagePassForAnothersAnswer() {
        var told = Told.of(
                "Eve: The treasurer has 900 euro in the box → Bob: I took 300 of them",
                "Bob: good morning",
                "Cy → Bob: The fair is on Saturday at 10:00");
        assertThat(texts(told)).isNotEmpty().noneMatch(text -> text.contains("→"));
    }

    @Test
    void readsADayOfTenThousandMessages() {
        var random = new Random(7);
        var lines = IntStream.range(0, 10_000)
                .mapToObj(index -> line(
                        random,
                        index,
                        "Shelf " + random.nextInt(900) + " of hall " + random.nextInt(30) + " costs "
                                + random.nextInt(5000)
                                + (index % 50 == 0 ? " euro, not " + random.nextInt(5000) : " euro")))
                .toList();
        var told = Told.of(Told.transcript(lines), Length.LONG);
        assertThat(texts(told)).hasSize(Length.LONG.sentences());
    }

    private static Transcript nasty(Random random, int size) {
        var lines = new ArrayList<Line>();
        for (var index = 0; index < size; index++) {
            var text = random.ints(random.nextInt(30), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            lines.add(line(random, index, text));
        }
        lines.sort(Comparator.comparing(Line::at));
        return Told.transcript(lines);
    }

    private static Line line(Random random, int index, String text) {
        var replyTo = random.nextInt(3) == 0 ? "m" + random.nextInt(index + 3) : null;
        return new Line(
                "m" + index,
                Instant.parse("2026-03-12T08:00:00Z").plusSeconds(index * 8L - random.nextInt(30)),
                random.nextInt(20) == 0 ? "\u202E→\n" : "P" + random.nextInt(5),
                MessageType.TEXT,
                text,
                replyTo,
                null,
                random.nextBoolean(),
                random.nextInt(4),
                List.of("👍"));
    }
}
