package groupwatch.summary.evaluation;

import java.util.List;

/**
 * Something that must be said.
 *
 * @param fact in words, for people
 * @param all groups of phrases: one of each group must stand in the sentence
 * @param messages of which the sentence must cite one
 */
public record Fact(String fact, List<List<String>> all, List<String> messages) {

    boolean isSaidBy(Sentence sentence) {
        return Phrases.holds(all, sentence.words())
                && sentence.messages().stream().anyMatch(messages::contains);
    }
}
