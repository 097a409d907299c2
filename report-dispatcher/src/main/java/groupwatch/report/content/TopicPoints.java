package groupwatch.report.content;

import java.util.List;

/** What was talked about, and what was said of it. */
public record TopicPoints(String title, List<Statement> points) {

    public TopicPoints {
        points = List.copyOf(points);
    }
}
