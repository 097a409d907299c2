package groupwatch.summary.ask.find;

import groupwatch.summary.ask.when.Period;
import groupwatch.summary.store.StoredGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param sources group by group, the oldest of each first; empty when nothing was found
 * @param groups that were looked through
 * @param everywhere whether these are all groups that the caller may see
 * @param period that was looked through; absent for all times
 * @param widened whether the time that was asked about had nothing, so that all times were looked through
 * @param words that were searched for
 * @param hits how many messages the search found
 * @param left how many messages were found and are not among the sources: there were too many
 */
public record Found(
        List<Source> sources,
        List<StoredGroup> groups,
        boolean everywhere,
        @Nullable Period period,
        boolean widened,
        List<String> words,
        int hits,
        int left) {

    public Found {
        sources = List.copyOf(sources);
        groups = List.copyOf(groups);
        words = List.copyOf(words);
    }

    public boolean isNothing() {
        return sources.isEmpty();
    }
}
