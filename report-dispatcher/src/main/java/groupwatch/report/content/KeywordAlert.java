package groupwatch.report.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import groupwatch.report.plan.Search;
import groupwatch.report.schedule.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What saved searches found that no run before has told. */
public record KeywordAlert(Period period, List<Found> searches) implements ReportContent {

    public KeywordAlert {
        searches = List.copyOf(searches);
    }

    /**
     * What a search found.
     *
     * @param hits the newest first
     * @param more how many more there are than are named, as far as they were counted; told by no later run
     * @param problem why it could not be looked for, a sentence that can have parts of the query; absent when it was
     */
    public record Found(
            Search search,
            List<Hit> hits,
            int more,
            @Nullable String problem) {

        public Found {
            hits = List.copyOf(hits);
        }

        public Found(Search search, List<Hit> hits, int more) {
            this(search, hits, more, null);
        }
    }

    /**
     * A message that was found.
     *
     * @param excerpt of its text around what was found, on one line
     * @param marks what was found in the excerpt
     */
    public record Hit(
            GroupRef group,
            String message,
            @Nullable String sender,
            @Nullable Instant sentAt,
            String excerpt,
            List<Mark> marks) {

        public Hit {
            marks = List.copyOf(marks);
        }
    }

    /** A part of an excerpt, in UTF-16 code units. */
    public record Mark(int start, int end) {}

    @Override
    @JsonIgnore
    public boolean isEmpty() {
        return searches.stream().allMatch(found -> found.hits().isEmpty() && found.problem() == null);
    }
}
