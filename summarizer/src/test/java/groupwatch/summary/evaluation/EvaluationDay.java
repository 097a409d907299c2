package groupwatch.summary.evaluation;

import groupwatch.summary.transcript.Transcript;
import java.util.List;
import java.util.Locale;

/**
 * An invented day of an invented group.
 *
 * @param heldOut whether nobody looked at it while the extractive summary was made
 * @param kind {@code quiet}, {@code busy} or {@code chaotic}
 * @param language that its summary is asked for in
 */
public record EvaluationDay(
        String name,
        boolean heldOut,
        String kind,
        Locale language,
        Transcript transcript,
        List<Fact> facts,
        List<Falsehood> falsehoods) {

    @Override
    public String toString() {
        return name;
    }
}
