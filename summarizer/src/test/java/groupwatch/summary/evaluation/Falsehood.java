package groupwatch.summary.evaluation;

import java.util.List;

/**
 * Something that must not be said: it was corrected, revoked, or was never true.
 *
 * @param statement in words, for people
 * @param all groups of phrases: with one of each group in it a sentence says it
 * @param unless groups of phrases with which a sentence says that it is not so; none when nothing makes it right
 */
public record Falsehood(String statement, List<List<String>> all, List<List<String>> unless) {

    public Falsehood {
        unless = unless == null ? List.of() : unless;
    }

    boolean isSaidBy(Sentence sentence) {
        return Phrases.holds(all, sentence.words()) && (unless.isEmpty() || !Phrases.holds(unless, sentence.words()));
    }
}
