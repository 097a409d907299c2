package groupwatch.summary.extract;

import groupwatch.summary.extract.text.StopWords;
import groupwatch.summary.extract.text.Word;
import groupwatch.summary.extract.text.Words;
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
    private static final int LONG = 10;
    private static final int LOOK_AHEAD = 300;

    private final Day day;
    private final Threads threads;
    private final Set<String> names = new HashSet<>();

    Titles(Day day, Threads threads) {
        this.day = day;
        this.threads = threads;
        for (var message : day.said()) {
            Words.of(message.speaker()).forEach(word -> names.add(StopWords.term(word)));
        }
    }

    /** @param messages chosen of a thread, at least one */
    String of(List<Said> messages) {
        var counts = counts(threads.of(messages.getFirst().index()));
        var weights = new LinkedHashMap<String, Double>();
        var written = new HashMap<String, String>();
        for (var message : messages) {
            for (var sentence : message.sentences()) {
                for (var word : sentence.words()) {
                    var surface = sentence.text().substring(word.start(), word.end());
                    var term = StopWords.term(word);
                    if (marks(word, term, surface)) {
                        written.putIfAbsent(term, surface);
                        weights.merge(term, weight(term, surface, word.start(), counts), Math::max);
                    }
                }
            }
        }
        var title = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(messages.size() == 1 ? WORDS - 1 : WORDS)
                .map(entry -> written.getOrDefault(entry.getKey(), entry.getKey()))
                .collect(Collectors.joining(", "));
        return title.isEmpty() ? messages.getFirst().speaker() : capital(title);
    }

    /** In how many messages of a thread a term stands. */
    private Map<String, Integer> counts(int thread) {
        var counts = new HashMap<String, Integer>();
        for (var index = thread; index < Math.min(day.size(), thread + LOOK_AHEAD); index++) {
            if (threads.of(index) == thread) {
                day.at(index).terms().forEach(term -> counts.merge(term, 1, Integer::sum));
            }
        }
        return counts;
    }

    private boolean marks(Word word, String term, String surface) {
        return !term.isEmpty()
                && !word.isNumber()
                && !names.contains(term)
                && surface.length() >= SHORTEST
                && surface.length() <= LONGEST;
    }

    private double weight(String term, String surface, int start, Map<String, Integer> counts) {
        // what is written large within a sentence is a name, in German a noun
        var named = start > 0 && Character.isUpperCase(surface.codePointAt(0)) ? 2 : 1;
        var length = Math.log(Math.min(LONG, surface.length()));
        return named * length * counts.getOrDefault(term, 1) * Math.sqrt(day.rarity(term));
    }

    private static String capital(String title) {
        var first = title.offsetByCodePoints(0, 1);
        return title.substring(0, first).toUpperCase(Locale.ROOT) + title.substring(first);
    }
}
