package groupwatch.store.search.find;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the rows.
 *
 * @param chat the only chat in which it can be; absent: several, or all
 * @param rankBy the words that make one hit better than another, as a {@code tsquery}
 */
record Plan(Condition condition, TimeRange range, @Nullable String chat, String rankBy) {

    private static final int MONTHS_AT_ONCE = 6;

    /**
     * Spans that are looked at in one statement. Where the words do not tell everything each row is looked at, which may
     * take long: then it is one at a time, so that the search can end in between.
     */
    List<List<TimeRange>> portions(List<TimeRange> spans) {
        int size = condition instanceof Condition.Words ? MONTHS_AT_ONCE : 1;
        return IntStream.iterate(0, from -> from < spans.size(), from -> from + size)
                .mapToObj(from -> spans.subList(from, Math.min(spans.size(), from + size)))
                .toList();
    }
}
