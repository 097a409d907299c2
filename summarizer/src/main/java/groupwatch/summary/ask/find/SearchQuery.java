package groupwatch.summary.ask.find;

import groupwatch.summary.ask.when.Period;
import groupwatch.summary.ask.words.Words.Word;
import groupwatch.summary.store.StoredGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions in the language of the message store's search. Of what was asked only letters and digits go into them. */
final class SearchQuery {

    /** A query has 100 parts at most. */
    private static final int MOST_GROUPS = 40;

    private static final int SHORTEST_STEM = 4;

    private SearchQuery() {}

    /** From the most exact on: of the people named, with all words; with all words; with any. */
    static List<String> of(Looking looking) {
        List<String> words = looking.words().stream().map(SearchQuery::word).toList();
        List<String> queries = new ArrayList<>();
        if (!looking.people().names().isEmpty()) {
            queries.add(with(looking, Stream.concat(Stream.of(from(looking)), words.stream())));
        }
        Stream<String> all =
                Stream.concat(words.stream(), looking.people().words().stream()).distinct();
        queries.add(with(looking, all));
        String any = looking.words().stream().map(SearchQuery::stem).distinct().collect(Collectors.joining(" OR "));
        if (!any.isEmpty()) {
            queries.add(with(looking, Stream.of(any)));
        }
        return queries.stream().distinct().toList();
    }

    /** Everything of a time, the newest first. */
    static String everything(Looking looking, Period period) {
        return String.join(
                " ", filters(looking.scope(), period, looking.wanted().now()));
    }

    private static String with(Looking looking, Stream<String> words) {
        return Stream.concat(
                        words,
                        filters(
                                looking.scope(),
                                looking.period(),
                                looking.wanted().now())
                                .stream())
                .collect(Collectors.joining(" "));
    }

    private static String from(Looking looking) {
        return looking.people().names().stream()
                .map(name -> "from:\"" + name + "\"")
                .collect(Collectors.joining(" OR "));
    }

    /** Neither {@code OR} nor any operator is in lower case. */
    private static String word(Word word) {
        return word.written().toLowerCase(Locale.ROOT);
    }

    /** Its other forms begin the same. */
    private static String stem(Word word) {
        String written = word(word);
        int length = written.length();
        boolean letters = written.chars().allMatch(c -> Character.isLetter(c) && !Character.isIdeographic(c));
        return letters && length > SHORTEST_STEM
                ? written.substring(0, Math.max(SHORTEST_STEM, length - 2)) + "*"
                : written;
    }

    private static List<String> filters(Scope scope, @Nullable Period period, Instant now) {
        List<String> filters = new ArrayList<>();
        if (!scope.isEverywhere() && scope.size() <= MOST_GROUPS) {
            filters.add(scope.groups().stream()
                    .map(StoredGroup::jid)
                    .map(jid -> "in:" + jid)
                    .collect(Collectors.joining(" OR ")));
        }
        if (period != null && period.from().isAfter(Period.BEGINNING)) {
            filters.add("after:" + period.from());
        }
        if (period != null && period.until().isBefore(now)) {
            filters.add("before:" + period.until());
        }
        return filters;
    }
}
