package groupwatch.report.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a search finds, the newest first.
 *
 * @param next where it goes on; absent at the end
 */
public record SearchPage(List<SearchHit> hits, @Nullable String next) {

    public SearchPage {
        hits = List.copyOf(hits);
    }
}
