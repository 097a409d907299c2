package groupwatch.bench.summary;

import groupwatch.bench.report.Machine;
import groupwatch.bench.report.Report;
import groupwatch.summary.evaluation.EvaluationDay;
import groupwatch.summary.evaluation.EvaluationSet;
import groupwatch.summary.evaluation.QuotedLines;
import groupwatch.summary.extract.ExtractiveSummary;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.write.Length;
import groupwatch.summary.write.WriteSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What summaries find, say wrongly and make up: ours, those of the simplest methods there are, and a model's when one is named. */
@Command(
        name = "summaries",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the summary of every day of the evaluation set, and prints how many of the facts that must be said it says with a message"
                    + " that supports them, how many falsehoods, and how much of it stands in the messages it cites. Without --provider nothing"
                    + " leaves this machine; with it every day is sent to that vendor, which costs money."
        })
public final class SummaryMeasurement implements Callable<Integer> {

    /** Every command of this folder is told where the launcher is; this one starts nothing. */
    @Option(names = "--launcher", hidden = true)
    String launcher = "";

    @Option(
            names = "--length",
            split = ",",
            defaultValue = "NORMAL,SHORT",
            description = "How long they may be, of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    List<Length> lengths = List.of();

    @Option(names = "--day", description = "Only days whose name has this in it.")
    String part = "";

    @Option(names = "--missed", description = "Lists what was not found and what was said wrongly.")
    boolean missed;

    @Mixin
    ModelOptions model = new ModelOptions();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SummaryMeasurement())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        var days = EvaluationSet.days().stream()
                .filter(day -> day.name().contains(part))
                .toList();
        try (var asked = model.open()) {
            Map<String, WriteSummary> writers = new LinkedHashMap<>();
            writers.put("first messages", QuotedLines.first());
            writers.put("longest messages", QuotedLines.longest());
            writers.put("LexRank alone", QuotedLines.central());
            writers.put("extractive (" + ExtractiveSummary.MODEL + ")", new ExtractiveSummary());
            asked.ifPresent((name, writer) -> writers.put(name, writer));
            print(days, writers);
            return 0;
        } catch (ModelException e) {
            Report.progress(
                    "no answer: %s",
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
            return 1;
        }
    }

    private void print(List<EvaluationDay> days, Map<String, WriteSummary> writers) {
        var scores = new Scores();
        for (var length : lengths) {
            writers.forEach((name, writer) -> {
                Report.progress("%s, %s", name, length.word());
                scores.add(name, length, writer, days);
            });
        }
        Report.print(
                "Summaries",
                "%s; %d invented days, %d of them held out"
                        .formatted(
                                Machine.describe(""),
                                days.size(),
                                days.stream().filter(EvaluationDay::heldOut).count()),
                scores.bySet(),
                scores.byDay(writers.keySet().stream().toList().getLast(), lengths.getFirst()),
                missed ? scores.missed() : "");
    }
}
