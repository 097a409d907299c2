package groupwatch.bench.summary;

import groupwatch.bench.report.Table;
import groupwatch.events.summary.SummaryContent;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.evaluation.EvaluationDay;
import groupwatch.summary.evaluation.Fact;
import groupwatch.summary.evaluation.Falsehood;
import groupwatch.summary.evaluation.Score;
import groupwatch.summary.evaluation.Scoring;
import groupwatch.summary.write.Length;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.WriteSummary;
import groupwatch.summary.write.Written;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All scores of a measurement, and the tables of them. */
final class Scores {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Written UNUSABLE = new Written(
            new SummaryContent(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
            "none",
            "none",
            0,
            0,
            0,
            TokenCount.NONE,
            null);

    private final List<Row> rows = new ArrayList<>();

    private record Row(String writer, Length length, Score score, Written written, double seconds) {}

    void add(String name, Length length, WriteSummary writer, List<EvaluationDay> days) {
        for (var day : days) {
            var begin = System.nanoTime();
            var written = Objects.requireNonNull(writer.write(day.transcript(), new Wish(day.language(), length))
                    .block(PATIENCE));
            var seconds = (System.nanoTime() - begin) / 1e9;
            rows.add(new Row(name, length, Scoring.score(day, written.content()), written, seconds));
        }
    }

    Table bySet() {
        var table = new Table(
                "length",
                "summaries of",
                "set",
                "facts found",
                "falsehoods",
                "faithful",
                "sentences a day",
                "words a day",
                "of the day's words",
                "seconds a day",
                "US$");
        rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.length().word(), row.writer(), set(row.score())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((key, group) -> table.row(
                        key.get(0),
                        key.get(1),
                        key.get(2),
                        "%d of %d (%.0f %%)"
                                .formatted(
                                        sum(group, Score::found),
                                        sum(group, Score::facts),
                                        100.0 * sum(group, Score::found) / sum(group, Score::facts)),
                        String.valueOf(sum(group, score -> score.falsehoods().size())),
                        "%.2f".formatted(mean(group, row -> row.score().faithful())),
                        "%.1f".formatted(mean(group, row -> row.score().sentences())),
                        "%.0f".formatted(mean(group, row -> row.score().words())),
                        "%.2f".formatted(mean(group, row -> row.score().compression())),
                        "%.3f".formatted(mean(group, Row::seconds)),
                        cost(group)));
        return table;
    }

    Table byDay(String writer, Length length) {
        var table =
                new Table(writer + ", " + length.word(), "set", "messages", "facts found", "falsehoods", "sentences");
        rows.stream()
                .filter(row -> row.writer().equals(writer) && row.length() == length)
                .forEach(row -> table.row(
                        row.score().day().name(),
                        set(row.score()),
                        String.valueOf(row.score().day().transcript().lines().size()),
                        row.score().found() + " of " + row.score().facts(),
                        String.valueOf(row.score().falsehoods().size()),
                        String.valueOf(row.score().sentences())));
        return table;
    }

    /** Days, and what their summaries lack or should not say. */
    String missed() {
        return rows.stream()
                .flatMap(row -> Stream.concat(
                                row.score().missing().stream().map(Fact::fact).map(fact -> "lacks: " + fact),
                                row.score().falsehoods().stream()
                                        .map(Falsehood::statement)
                                        .map(statement -> "says: " + statement))
                        .map(what -> "- %s, %s, %s %s"
                                .formatted(
                                        row.writer(),
                                        row.length().word(),
                                        row.score().day().name(),
                                        what)))
                .collect(Collectors.joining("\n"));
    }

    private static String set(Score score) {
        return score.day().heldOut() ? "held out" : "tuning";
    }

    private static int sum(List<Row> rows, ToIntFunction<Score> figure) {
        return rows.stream().map(Row::score).mapToInt(figure).sum();
    }

    private static double mean(List<Row> rows, ToDoubleFunction<Row> figure) {
        return rows.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static String cost(List<Row> rows) {
        return rows.stream().anyMatch(row -> row.written().cost() == null)
                ? "unknown"
                : rows.stream()
                        .map(row -> row.written().cost())
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
