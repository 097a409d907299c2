package groupwatch.summary.evaluation;

import java.util.List;

/**
 * How good the summary of a day is.
 *
 * @param missing facts that it does not say
 * @param falsehoods that it says
 * @param faithful share of its content words and figures that stand in the messages their sentence cites
 * @param compression its words by those of the day
 */
public record Score(
        EvaluationDay day,
        List<Fact> missing,
        List<Falsehood> falsehoods,
        double faithful,
        int sentences,
        int words,
        double compression) {

    public int facts() {
        return day.facts().size();
    }

    public int found() {
        return facts() - missing.size();
    }
}
