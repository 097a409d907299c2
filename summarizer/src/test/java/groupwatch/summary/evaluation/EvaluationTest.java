package groupwatch.summary.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.summary.extract.ExtractiveSummary;
import groupwatch.summary.write.Length;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.WriteSummary;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The evaluation set is as it says, and the extractive summary is as good as it was. */
class EvaluationTest {

    private static final ExtractiveSummary EXTRACTIVE = new ExtractiveSummary();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static List<EvaluationDay> days() {
        return EvaluationSet.days();
    }

    @Test
    void theSetHasEnoughOfEachSort() {
        assertThat(days()).filteredOn(day -> !day.heldOut()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(days()).filteredOn(EvaluationDay::heldOut).hasSizeGreaterThanOrEqualTo(4);
        assertThat(days()).extracting(EvaluationDay::kind).contains("quiet", "busy", "chaotic");
        assertThat(days()).extracting(day -> day.name().substring(0, 2)).contains("en", "pt", "it", "es", "de", "mi");
    }

    @ParameterizedTest
    @MethodSource("days")
    void whatMustBeSaidWasSaid(EvaluationDay day) {
        var lines = day.transcript().lines();
        assertThat(day.facts()).isNotEmpty().allSatisfy(fact -> {
            assertThat(lines).extracting(line -> line.id()).containsAll(fact.messages());
            var words = fact.messages().stream()
                    .map(id -> day.transcript().line(id).orElseThrow())
                    .map(line -> line.speaker() + " " + line.text() + " " + asked(day, line.replyTo()))
                    .collect(Collectors.joining(" "));
            assertThat(Phrases.holds(fact.all(), Keywords.of(words)))
                    .as(fact.fact())
                    .isTrue();
        });
    }

    private static String asked(EvaluationDay day, @org.jspecify.annotations.Nullable String id) {
        return id == null
                ? ""
                : day.transcript().line(id).map(line -> line.text()).orElse("");
    }

    @Test
    void theExtractiveSummaryIsAsGoodAsItWas() {
        assertThat(coverage(EXTRACTIVE, false, Length.NORMAL)).isGreaterThan(0.93);
        assertThat(coverage(EXTRACTIVE, false, Length.SHORT)).isGreaterThan(0.79);
        assertThat(coverage(EXTRACTIVE, true, Length.NORMAL)).isGreaterThan(0.66);
        assertThat(coverage(EXTRACTIVE, true, Length.SHORT)).isGreaterThan(0.62);
    }

    @ParameterizedTest
    @EnumSource(Length.class)
    void theExtractiveSummarySaysNothingFalse(Length length) {
        assertThat(days())
                .flatExtracting(day -> score(EXTRACTIVE, day, length).falsehoods())
                .isEmpty();
    }

    @Test
    void everySentenceIsOfTheMessagesThatItCites() {
        assertThat(days())
                .allSatisfy(
                        day -> assertThat(score(EXTRACTIVE, day, Length.LONG).faithful())
                                .isEqualTo(1));
    }

    @Test
    void whatSaysNothingScoresNothing() {
        var day = days().getFirst();
        var none = new groupwatch.events.summary.SummaryContent(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(Scoring.score(day, none).found()).isZero();
    }

    @Test
    void theFirstMessagesOfADaySayLittle() {
        assertThat(coverage(QuotedLines.first(), false, Length.NORMAL)).isLessThan(0.5);
        assertThat(Set.copyOf(scores(QuotedLines.first(), false, Length.NORMAL).stream()
                        .flatMap(score -> score.falsehoods().stream())
                        .toList()))
                .isNotEmpty();
    }

    private static double coverage(WriteSummary writer, boolean heldOut, Length length) {
        var scores = scores(writer, heldOut, length);
        return (double) scores.stream().mapToInt(Score::found).sum()
                / scores.stream().mapToInt(Score::facts).sum();
    }

    private static List<Score> scores(WriteSummary writer, boolean heldOut, Length length) {
        return days().stream()
                .filter(day -> day.heldOut() == heldOut)
                .map(day -> score(writer, day, length))
                .toList();
    }

    private static Score score(WriteSummary writer, EvaluationDay day, Length length) {
        var written =
                writer.write(day.transcript(), new Wish(day.language(), length)).block(PATIENCE);
        return Scoring.score(day, written.content());
    }
}
