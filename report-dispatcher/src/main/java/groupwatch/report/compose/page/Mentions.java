package groupwatch.report.compose.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups on one line.
 *
 * @param rest how many more there are; absent when these are all
 */
public record Mentions(
        String label, List<Mention> named, @Nullable String rest) {

    public Mentions {
        named = List.copyOf(named);
    }

    public record Mention(String name, String link, String figure) {}
}
