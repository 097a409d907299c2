package groupwatch.summary.evaluation;

import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scores a summary against what is known of its day. Words are compared, not meanings: who paraphrases or translates is faithful to fewer words. */
public final class Scoring {

    private static final int CONTENT_WORD = 4;
    private static final int BEGINNING = 5;

    private Scoring() {}

    public static Score score(EvaluationDay day, SummaryContent content) {
        var sentences = Sentence.of(content);
        var words =
                sentences.stream().mapToInt(sentence -> sentence.words().size()).sum();
        var read = day.transcript().lines().stream()
                .mapToInt(line -> Keywords.of(line.text()).size())
                .sum();
        return new Score(
                day,
                day.facts().stream()
                        .filter(fact -> sentences.stream().noneMatch(fact::isSaidBy))
                        .toList(),
                day.falsehoods().stream()
                        .filter(falsehood -> sentences.stream().anyMatch(falsehood::isSaidBy))
                        .toList(),
                faithful(day.transcript(), sentences),
                sentences.size(),
                words,
                (double) words / read);
    }

    private static double faithful(Transcript transcript, List<Sentence> sentences) {
        var counted = 0;
        var found = 0;
        for (var sentence : sentences) {
            var cited = cited(transcript, sentence);
            for (var word : sentence.words()) {
                if (tells(word)) {
                    counted++;
                    found += cited.contains(beginning(word)) ? 1 : 0;
                }
            }
        }
        return counted == 0 ? 1 : (double) found / counted;
    }

    private static Set<String> cited(Transcript transcript, Sentence sentence) {
        var words = new HashSet<String>();
        sentence.messages().stream()
                .map(transcript::line)
                .flatMap(Optional::stream)
                .map(Scoring::words)
                .flatMap(Collection::stream)
                .forEach(word -> words.add(beginning(word)));
        return words;
    }

    private static List<String> words(Line line) {
        return Keywords.of(line.speaker() + " " + line.text());
    }

    private static boolean tells(String word) {
        return word.length() >= CONTENT_WORD || Character.isDigit(word.charAt(0));
    }

    private static String beginning(String word) {
        return word.length() <= BEGINNING || Character.isDigit(word.charAt(0)) ? word : word.substring(0, BEGINNING);
    }
}
