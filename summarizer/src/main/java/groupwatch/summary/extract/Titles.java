package groupwatch.summary.extract;

import groupwatch.summary.extract.text.StopWords;
import groupwatch.summary.extract.text.Word;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names a topic after the words that mark it out. */
final class Titles {

    private static final int WORDS = 3;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;

    private final Day day;
    private final Set<String> names = new HashSet<>();

    Titles(Day day) {
        this.day = day;
        for (var message : day.said()) {
            groupwatch.summary.extract.text.Words.of(message.speaker())
                    .forEach(word -> names.add(StopWords.term(word)));
        }
    }

    /** @param messages of the topic, at least one */
    String of(List<Said> messages) {
        var weights = new LinkedHashMap<String, Double>();
        var written = new HashMap<String, String>();
        for (var message : messages) {
            for (var sentence : message.sentences()) {
                for (var word : sentence.words()) {
                    weigh(word, sentence.text(), weights, written);
                }
            }
        }
        var title = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(WORDS)
                .map(entry -> written.getOrDefault(entry.getKey(), entry.getKey()))
                .collect(Collectors.joining(", "));
        return title.isEmpty() ? messages.getFirst().speaker() : capital(title);
    }

    private void weigh(Word word, String text, Map<String, Double> weights, Map<String, String> written) {
        var term = StopWords.term(word);
        var surface = text.substring(word.start(), word.end());
        if (term.isEmpty()
                || word.isNumber()
                || names.contains(term)
                || surface.length() < SHORTEST
                || surface.length() > LONGEST) {
            return;
        }
        // what is written large within a sentence is a name, in German a noun
        var named = word.start() > 0 && Character.isUpperCase(surface.codePointAt(0)) ? 1.5 : 1;
        weights.merge(term, named * Math.log1p(surface.length()) * Math.sqrt(day.rarity(term)), Double::sum);
        written.putIfAbsent(term, surface);
    }

    private static String capital(String title) {
        var first = title.offsetByCodePoints(0, 1);
        return title.substring(0, first).toUpperCase(Locale.ROOT) + title.substring(first);
    }
}
