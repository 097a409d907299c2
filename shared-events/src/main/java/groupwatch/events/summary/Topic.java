package groupwatch.events.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * What was talked about.
 *
 * @param title a few words, no sentence
 * @param points what was said by whom
 */
public record Topic(
        String title,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Cited> points) {

    public Topic {
        Objects.requireNonNull(title, "title");
        points = List.copyOf(points);
    }
}
