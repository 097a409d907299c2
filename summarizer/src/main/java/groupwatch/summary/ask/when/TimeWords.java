package groupwatch.summary.ask.when;

import groupwatch.summary.ask.words.Folded;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands the time words of a question, in English, Portuguese, Italian, Spanish and German, whichever it is in. Several times in one question
 * are the stretch from the first to the last. Times that lie ahead say nothing of when something was said and stay words.
 */
public final class TimeWords {

    private static final List<Language> LANGUAGES = Stream.concat(
                    Stream.of(new Language(
                            NumericDates.ALL,
                            Language.leading(any(Vocabulary::since)),
                            Language.leading(any(Vocabulary::before)))),
                    Vocabularies.ALL.stream().map(Language::of))
            .toList();

    private final String folded;
    private final StringBuilder rest;
    private final BitSet taken = new BitSet();
    private final Today today;
    private @Nullable Period period;

    private TimeWords(String question, Today today) {
        this.rest = new StringBuilder(question);
        this.folded = Folded.of(question);
        this.today = today;
    }

    /** An expression in the question that is understood. */
    private record Match(Period period, int start, int end, Language language) {

        int length() {
            return end - start;
        }
    }

    /** The rules of a language, and what turns "Monday" into "since Monday". */
    private record Language(List<TimeRule> rules, Pattern since, Pattern before) {

        static Language of(Vocabulary words) {
            return new Language(TimeRules.of(words), leading(words.since()), leading(words.before()));
        }

        private static Pattern leading(String words) {
            return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ") ?$");
        }
    }

    /** @param zone of the asker: a day begins and ends there */
    public static Timed read(String question, Instant now, ZoneId zone) {
        TimeWords words = new TimeWords(Folded.composed(question), new Today(now.atZone(zone)));
        words.matches()
                // "the day before yesterday" before "yesterday"
                .sorted(Comparator.comparingInt(Match::length).reversed().thenComparingInt(Match::start))
                .forEach(words::take);
        return new Timed(words.period, words.rest.toString());
    }

    private static String any(Function<Vocabulary, String> expression) {
        return Vocabularies.ALL.stream().map(expression).collect(Collectors.joining("|"));
    }

    private Stream<Match> matches() {
        return LANGUAGES.stream()
                .flatMap(language -> language.rules().stream().flatMap(rule -> matches(rule, language)));
    }

    private Stream<Match> matches(TimeRule rule, Language language) {
        List<Match> found = new ArrayList<>();
        for (Matcher matcher = rule.pattern().matcher(folded); matcher.find(); ) {
            Period meant = rule.meaning().of(matcher, today);
            if (meant != null) {
                found.add(new Match(meant, matcher.start(), matcher.end(), language));
            }
        }
        return found.stream();
    }

    /** What is understood already is not read twice. */
    private void take(Match match) {
        if (isTaken(match)) {
            return;
        }
        String ahead = folded.substring(0, match.start());
        Matcher since = match.language().since().matcher(ahead);
        Matcher before = match.language().before().matcher(ahead);
        Instant now = today.now().toInstant();
        Period meant = match.period();
        if (since.find() && meant.from().isBefore(now)) {
            add(new Period(meant.from(), now, true), since.start(), match.end());
        } else if (before.find() && meant.from().isAfter(Period.BEGINNING)) {
            add(new Period(Period.BEGINNING, meant.from(), true), before.start(), match.end());
        } else {
            add(meant, match.start(), match.end());
        }
    }

    private boolean isTaken(Match match) {
        return taken.get(match.start(), match.end()).cardinality() > 0;
    }

    private void add(Period meant, int start, int end) {
        period = period == null ? meant : period.spanning(meant);
        taken.set(start, end);
        for (int i = start; i < end; i++) {
            rest.setCharAt(i, ' ');
        }
    }
}
