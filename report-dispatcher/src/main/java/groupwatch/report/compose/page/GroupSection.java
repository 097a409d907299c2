package groupwatch.report.compose.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group's part of a mail.
 *
 * @param figure how much was said
 */
public record GroupSection(
        String name,
        String link,
        String figure,
        List<Sentence> overview,
        List<Row> rows,
        List<Topic> topics,
        List<String> notes) {

    public GroupSection {
        overview = List.copyOf(overview);
        rows = List.copyOf(rows);
        topics = List.copyOf(topics);
        notes = List.copyOf(notes);
    }

    /**
     * What was said, and where.
     *
     * @param note whose task it is and until when
     * @param day of which it was, where several are told of
     */
    public record Sentence(
            String text, @Nullable String note, @Nullable String day, List<Cite> cites) {

        public Sentence {
            cites = List.copyOf(cites);
        }
    }

    public record Cite(String label, String link) {}

    /**
     * A line of a table.
     *
     * @param tone a word for its colour
     * @param label empty when it is that of the row above
     * @param more how many more there are; stands instead of a sentence
     */
    public record Row(
            String tone,
            String label,
            @Nullable Sentence sentence,
            @Nullable String more) {}

    public record Topic(String title, List<Sentence> points) {

        public Topic {
            points = List.copyOf(points);
        }
    }
}
