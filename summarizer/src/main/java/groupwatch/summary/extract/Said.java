package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import groupwatch.summary.extract.text.PlainText;
import groupwatch.summary.extract.text.Sentence;
import groupwatch.summary.extract.text.Sentences;
import groupwatch.summary.extract.text.StopWords;
import groupwatch.summary.extract.text.Word;
import groupwatch.summary.transcript.Line;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A message as it is reckoned with.
 *
 * @param speaker plain, on one line, not long
 * @param terms that it says something with, figures among them, each once
 * @param numbers the figures alone
 */
record Said(
        int index,
        Line line,
        String speaker,
        List<Sentence> sentences,
        Set<String> terms,
        Set<String> numbers,
        Set<Cue> cues,
        boolean question) {

    private static final int ENOUGH_WORDS = 4;
    private static final int LONGEST_NAME = 40;

    static Said of(int index, Line line) {
        var sentences = Sentences.of(PlainText.of(line.text()));
        var terms = new LinkedHashSet<String>();
        var numbers = new LinkedHashSet<String>();
        var cues = EnumSet.noneOf(Cue.class);
        for (var sentence : sentences) {
            for (var word : sentence.words()) {
                add(word, terms, numbers);
            }
            sentence.cues().forEach(found -> cues.add(found.cue()));
        }
        var question = sentences.stream().anyMatch(Sentence::isQuestion);
        return new Said(index, line, name(line.speaker()), sentences, terms, numbers, cues, question);
    }

    private static void add(Word word, Set<String> terms, Set<String> numbers) {
        var term = StopWords.term(word);
        if (!term.isEmpty()) {
            terms.add(term);
            if (word.isNumber()) {
                numbers.add(term);
            }
        }
    }

    private static String name(String speaker) {
        var plain = PlainText.of(speaker).replace('\n', ' ');
        if (plain.isEmpty()) {
            return "?";
        }
        return plain.codePointCount(0, plain.length()) <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    boolean has(Cue cue) {
        return cues.contains(cue);
    }

    /** Whether a turn of phrase stands at its beginning. */
    boolean begins(Cue cue) {
        return !sentences.isEmpty()
                && sentences.getFirst().cues().stream().anyMatch(found -> found.cue() == cue && found.from() == 0);
    }

    /** Whether it says something besides what it asks. */
    boolean states() {
        return sentences.stream()
                .anyMatch(sentence -> !sentence.isQuestion() && sentence.words().size() >= ENOUGH_WORDS);
    }

    /** Whether it says something before it asks, if it asks at all. */
    boolean statesFirst() {
        return !sentences.isEmpty()
                && !sentences.getFirst().isQuestion()
                && sentences.getFirst().words().size() >= ENOUGH_WORDS;
    }

    /** Terms that are words. */
    int wordTerms() {
        return terms.size() - numbers.size();
    }

    boolean isBy(Said other) {
        return line.speaker().equals(other.line.speaker());
    }

    /** Nothing in it to be read: emoji, laughter. */
    boolean isEmpty() {
        return terms.isEmpty();
    }
}
