package groupwatch.summary.extract;

import groupwatch.summary.extract.text.Cue;
import groupwatch.summary.extract.text.Cues;
import groupwatch.summary.extract.text.Sentence;
import groupwatch.summary.extract.text.Sentences;
import groupwatch.summary.extract.text.StopWords;
import groupwatch.summary.extract.text.Word;
import groupwatch.summary.text.PlainText;
import groupwatch.summary.transcript.Line;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads messages one after the other. Equal terms are one string, however many messages they stand in. */
final class Reading {

    private static final Set<String> DENIALS = Set.of("not", "t", "nicht", "kein", "keine", "nao", "non");
    private static final int NEAR = 3;
    private static final int STATEMENT = 4;
    private static final int MOST_TERMS = 40;
    private static final int LONGEST_NAME = 40;

    private final Map<String, String> terms = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Said read(int index, Line line) {
        var sentences = Sentences.of(PlainText.lines(line.text()));
        var told = new LinkedHashSet<String>();
        var numbers = new LinkedHashSet<String>();
        var takenBack = new LinkedHashSet<String>();
        var cues = EnumSet.noneOf(Cue.class);
        for (var sentence : sentences) {
            sentence.words().forEach(word -> note(word, told, numbers));
            for (var found : sentence.cues()) {
                if (found.cue() == Cue.NOT_SO) {
                    sentence.words().subList(found.to(), near(sentence, found)).stream()
                            .filter(Word::isNumber)
                            .findFirst()
                            .ifPresent(word -> takenBack.add(word.folded()));
                }
                if (found.cue() != Cue.COMMITMENT || !isDenied(sentence, found)) {
                    cues.add(found.cue());
                }
            }
        }
        return new Said(
                index,
                line,
                names.computeIfAbsent(line.speaker(), Reading::name),
                told,
                numbers,
                takenBack,
                cues,
                openings(sentences),
                sentences.stream().anyMatch(Sentence::isQuestion),
                sentences.stream().anyMatch(Reading::isStatement),
                !sentences.isEmpty() && isStatement(sentences.getFirst()));
    }

    private void note(Word word, Set<String> told, Set<String> numbers) {
        var term = StopWords.term(word);
        if (!term.isEmpty() && told.size() < MOST_TERMS) {
            var same = terms.computeIfAbsent(term, key -> key);
            told.add(same);
            if (word.isNumber()) {
                numbers.add(same);
            }
        }
    }

    private static Set<Cue> openings(List<Sentence> sentences) {
        var openings = EnumSet.noneOf(Cue.class);
        if (!sentences.isEmpty()) {
            sentences.getFirst().cues().stream()
                    .filter(found -> found.from() == 0)
                    .forEach(found -> openings.add(found.cue()));
        }
        return openings;
    }

    private static boolean isStatement(Sentence sentence) {
        return !sentence.isQuestion() && sentence.words().size() >= STATEMENT;
    }

    /** {@code I can} is no promise in {@code I can not}. */
    private static boolean isDenied(Sentence sentence, Cues.Found found) {
        return sentence.words().subList(found.to(), near(sentence, found)).stream()
                .anyMatch(word -> DENIALS.contains(word.folded()));
    }

    private static int near(Sentence sentence, Cues.Found found) {
        return Math.min(sentence.words().size(), found.to() + NEAR);
    }

    private static String name(String speaker) {
        var plain = PlainText.shortened(PlainText.oneLine(speaker), LONGEST_NAME);
        return plain.isEmpty() ? "?" : plain;
    }
}
