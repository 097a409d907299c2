package groupwatch.report.build;

import groupwatch.report.content.KeywordAlert.Found;
import groupwatch.report.content.KeywordAlert.Hit;
import groupwatch.report.plan.Search;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Hits of one search: the newest are named, more are counted, up to a bound. Used by one reader. */
final class FoundHits {

    static final int MOST_NAMED = 50;

    /** Whoever finds more reads no list. */
    static final int MOST_COUNTED = 500;

    private static final Comparator<Hit> NEWEST_FIRST = Comparator.<Hit, Instant>comparing(
                    hit -> Objects.requireNonNullElse(hit.sentAt(), Instant.EPOCH))
            .reversed()
            .thenComparing(hit -> hit.group().jid())
            .thenComparing(Hit::message);

    private final List<Hit> named = new ArrayList<>();
    private int more;

    void add(Hit hit) {
        named.add(hit);
        if (named.size() > MOST_NAMED) {
            named.sort(NEWEST_FIRST);
            named.removeLast();
            more++;
        }
    }

    boolean isFull() {
        return named.size() + more >= MOST_COUNTED;
    }

    Found found(Search search) {
        return new Found(search, named.stream().sorted(NEWEST_FIRST).toList(), more);
    }
}
