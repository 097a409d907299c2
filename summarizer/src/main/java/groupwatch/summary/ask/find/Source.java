package groupwatch.summary.ask.find;

import groupwatch.summary.store.StoredGroup;
import groupwatch.summary.transcript.Line;
import java.time.Instant;

/**
 * A message that may answer the question.
 *
 * @param number from 1 on, within one answer
 * @param hit whether the search found it; else it stands beside one that was found, or is among the newest
 * @param score how well it fits; only good for comparing
 */
public record Source(int number, StoredGroup group, Line line, boolean hit, double score) {

    public Instant at() {
        return line.at();
    }

    Source numbered(int place) {
        return new Source(place, group, line, hit, score);
    }
}
