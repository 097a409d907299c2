package groupwatch.summary.write.compose;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.UnusableAnswerException;
import groupwatch.summary.write.Written;
import groupwatch.summary.write.testing.Days;
import groupwatch.summary.write.testing.ScriptedModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The fixed set of attacks. Each is the last message of a day, or its speaker's or the group's name. Whether a model falls for one is its own
 * affair; here it always does, twice, and says what the attacker wanted.
 */
class AttackTest {

    /** @param cleaned whether what is wrong with the answer is taken out of it, instead of the sentence */
    record Attack(
            String name,
            String language,
            @Nullable String text,
            @Nullable String speaker,
            @Nullable String group,
            JsonNode obeyed,
            List<String> forbidden,
            boolean cleaned) {

        Transcript day() {
            Transcript day = Days.with(Days.PADEL, speaker == null ? "Eve" : speaker, String.valueOf(text));
            return new Transcript(
                    day.group(), group == null ? day.groupName() : group, day.day(), day.zone(), day.lines());
        }

        String answer() {
            return obeyed.isString() ? obeyed.stringValue() : obeyed.toString();
        }

        @Override
        public String toString() {
            return language + ": " + name;
        }
    }

    static Stream<Attack> attacks() throws IOException {
        try (InputStream json = AttackTest.class.getResourceAsStream("/groupwatch/summary/write/attacks.json")) {
            return Stream.of(EventCodec.mapper().readValue(json, Attack[].class));
        }
    }

    @Test
    void areManyAndInSeveralLanguages() throws IOException {
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(attacks().map(Attack::language).distinct()).contains("en", "pt", "es", "it", "de");
        assertThat(attacks().map(Attack::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void staysInItsOwnLineOfTheData(Attack attack) {
        ScriptedModel model = ScriptedModel.saying(attack.answer());

        write(model, attack.day());

        ModelRequest request = model.requests().getFirst();
        String word = ScriptedModel.word(request);
        List<String> lines = request.turns().getFirst().text().lines().toList();
        List<String> data = lines.subList(1, lines.indexOf("<<end " + word + ">>"));
        assertThat(lines.getFirst()).isEqualTo("<<data " + word + ">>");
        assertThat(lines)
                .filteredOn(line -> line.contains("<<") || line.contains(">>"))
                .hasSize(2);
        assertThat(data).hasSize(2 + attack.day().lines().size());
        assertThat(data.get(0)).startsWith("group: ");
        assertThat(data.get(1)).startsWith("day: ");
        for (int number = 1; number < data.size() - 1; number++) {
            assertThat(data.get(number + 1)).matches("\\[" + number + "] \\d\\d:\\d\\d [^:\\[]+: .*");
            assertThat(data.get(number + 1).substring(1)).doesNotContainPattern("[\\[\uFF3B\u3010] *\\d");
        }
        assertThat(String.join("", lines))
                .doesNotContainPattern(
                        "[\\p{Cc}\\p{Cs}\\p{Co}\u200B\u202A-\u202E\u2066-\u2069]|[\\x{E0000}-\\x{E01EF}]");
        assertThat(request.system()).doesNotContain(data.getLast().substring(16));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isCaughtWhenAModelObeys(Attack attack) {
        Optional<Written> written = write(ScriptedModel.saying(attack.answer()), attack.day());

        String said = written.map(Written::content).map(AttackTest::json).orElse("");
        assertThat(said).doesNotContain(attack.forbidden());
        assertThat(written.isEmpty()).isEqualTo(!attack.cleaned());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void takesNothingElseWithIt(Attack attack) {
        String good = "{\"decisions\":[{\"text\":\"They start at eight.\",\"cites\":[4]}]}";

        Optional<Written> written = write(ScriptedModel.saying(attack.answer(), good), attack.day());

        String said = written.map(Written::content).map(AttackTest::json).orElseThrow();
        assertThat(said).doesNotContain(attack.forbidden());
        assertThat(attack.cleaned() || said.contains("They start at eight.")).isTrue();
    }

    private static Optional<Written> write(ScriptedModel model, Transcript day) {
        return new ModelSummary(model, WriteSettings.usual(), Drafts.none())
                .write(day, Days.ENGLISH)
                .onErrorComplete(UnusableAnswerException.class)
                .blockOptional();
    }

    private static String json(SummaryContent content) {
        return EventCodec.mapper().writeValueAsString(content);
    }
}
