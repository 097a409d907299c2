package groupwatch.report.compose.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail, ready to be laid out: all text in it is worded and clean, and still to be escaped.
 *
 * @param notes what has to be known of the figures
 */
public record Page(
        String language,
        String subject,
        Head head,
        @Nullable Chart chart,
        List<Note> notes,
        Body body,
        Footer footer) {

    public Page {
        notes = List.copyOf(notes);
    }

    /**
     * What it is, and the conclusion.
     *
     * @param urgent stands out beside the conclusion; absent when nothing is
     * @param preheader what mail programs show beside the subject
     */
    public record Head(
            String kind,
            String days,
            List<String> conclusion,
            @Nullable String urgent,
            @Nullable String comparison,
            String preheader) {

        public Head {
            conclusion = List.copyOf(conclusion);
        }
    }

    /** @param look whether something is wrong that somebody should look at */
    public record Note(String text, boolean look) {}

    /** @param why the reader gets it, or that nobody does */
    public record Footer(String why, String times, List<Link> links) {

        public Footer {
            links = List.copyOf(links);
        }
    }

    public record Link(String label, String address) {}
}
