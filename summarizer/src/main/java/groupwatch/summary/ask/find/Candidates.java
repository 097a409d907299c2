package groupwatch.summary.ask.find;

import groupwatch.summary.ask.when.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found so far, each message once, with the best of its scores. Used by one question, one step after the other. */
final class Candidates {

    private static final Comparator<Source> BEST_FIRST = Comparator.comparingDouble(Source::score)
            .reversed()
            .thenComparing(Source::at, Comparator.reverseOrder())
            .thenComparing(source -> source.line().id());

    private final Map<Key, Source> sources = new LinkedHashMap<>();
    private final @Nullable Period only;

    /** @param period where it is strict, nothing of another time is taken */
    Candidates(@Nullable Period period) {
        this.only = period != null && period.strict() ? period : null;
    }

    private record Key(String group, String id) {
        static Key of(Source source) {
            return new Key(source.group().jid(), source.line().id());
        }
    }

    void add(Source source) {
        if (only == null || only.contains(source.at())) {
            sources.merge(Key.of(source), source, Candidates::better);
        }
    }

    boolean has(String group, String id) {
        return sources.containsKey(new Key(group, id));
    }

    int size() {
        return sources.size();
    }

    int hits() {
        return (int) hitsOf(sources.values());
    }

    List<Source> best() {
        return sources.values().stream().sorted(BEST_FIRST).toList();
    }

    List<Source> bestHits(int most) {
        return best().stream().filter(Source::hit).limit(most).toList();
    }

    private static long hitsOf(Collection<Source> sources) {
        return sources.stream().filter(Source::hit).count();
    }

    private static Source better(Source one, Source other) {
        Source best = one.score() >= other.score() ? one : other;
        // what the store tells with a list has the beginning of a document's text
        Source longer = one.line().text().length() >= other.line().text().length() ? one : other;
        return new Source(0, best.group(), longer.line(), one.hit() || other.hit(), best.score());
    }
}
