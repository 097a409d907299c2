package groupwatch.summary.ask.find;

import groupwatch.summary.ask.when.Period;
import groupwatch.summary.ask.when.TimeWords;
import groupwatch.summary.ask.when.Timed;
import groupwatch.summary.ask.words.Words;
import groupwatch.summary.ask.words.Words.Word;
import groupwatch.summary.store.StoredGroup;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is understood.
 *
 * @param words to search for, without those that name times, groups and people
 * @param period absent for all times
 */
record Looking(
        Wanted wanted,
        Scope scope,
        List<Word> words,
        People people,
        @Nullable Period period) {

    private static final int MOST_WORDS = 12;

    /** A question of so few words goes on from the one before. */
    private static final int FEW_WORDS = 2;

    static Looking of(Wanted wanted, Scope scope) {
        Timed timed = TimeWords.read(wanted.question(), wanted.now(), wanted.zone());
        Looking alone = of(wanted, scope, timed.rest(), period(wanted, timed));
        if (wanted.earlier().isEmpty()
                || alone.words.size() + alone.people.names().size() > FEW_WORDS) {
            return alone;
        }
        Timed before = TimeWords.read(wanted.earlier().getLast(), wanted.now(), wanted.zone());
        Period period = alone.period == null ? before.period() : alone.period;
        return of(wanted, scope, timed.rest() + " . " + before.rest(), period);
    }

    private static @Nullable Period period(Wanted wanted, Timed timed) {
        return wanted.period() == null ? timed.period() : wanted.period();
    }

    private static Looking of(Wanted wanted, Scope scope, String text, @Nullable Period period) {
        List<String> known = scope.groups().stream()
                .map(StoredGroup::names)
                .flatMap(names -> names.values().stream())
                .distinct()
                .toList();
        People people = People.in(text, wanted.tongue(), known);
        Predicate<Word> nameOfGroup = word -> scope.named().contains(word.folded());
        Predicate<Word> nameOfPerson =
                word -> !known.isEmpty() && people.words().contains(word.folded());
        List<Word> words = Words.telling(text, wanted.tongue()).stream()
                .filter(nameOfGroup.or(nameOfPerson).negate())
                .limit(MOST_WORDS)
                .toList();
        return new Looking(wanted, scope, words, people, period);
    }

    Looking anytime() {
        return new Looking(wanted, scope, words, people, null);
    }

    /** Whether there is anything to search for. */
    boolean searches() {
        return !words.isEmpty() || !people.names().isEmpty();
    }

    /** Names too: somebody may be spoken of. */
    List<String> allWords() {
        return Stream.concat(words.stream().map(Word::folded), people.words().stream())
                .distinct()
                .toList();
    }

    /** As it was written, for whoever asks what was searched for. */
    List<String> shown() {
        return Stream.concat(words.stream().map(Word::written), people.names().stream())
                .distinct()
                .toList();
    }
}
