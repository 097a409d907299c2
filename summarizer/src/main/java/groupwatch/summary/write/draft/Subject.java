package groupwatch.summary.write.draft;

import java.util.List;

/** What was talked about. */
public record Subject(String title, List<Sentence> points) {

    public Subject {
        points = List.copyOf(points);
    }
}
