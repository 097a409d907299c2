package groupwatch.summary.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;

/** Words that say nothing about the matter, of all languages together: a group may mix them, and a message is too short to tell its language. */
public final class StopWords {

    private static final int STEM = 6;
    private static final Set<String> WORDS = load();

    private StopWords() {}

    /** What a word counts as when texts are compared: its beginning, which most of its forms share; empty when it says nothing. */
    public static String term(Word word) {
        var folded = word.folded();
        if (WORDS.contains(folded) || folded.length() == 1 && !word.isNumber()) {
            return "";
        }
        return folded.length() <= STEM || word.isNumber()
                ? folded
                : folded.substring(
                        0, folded.offsetByCodePoints(0, Math.min(STEM, folded.codePointCount(0, folded.length()))));
    }

    private static Set<String> load() {
        var words = new HashSet<String>();
        Stream.of(
                        EnglishAnalyzer.getDefaultStopSet(),
                        PortugueseAnalyzer.getDefaultStopSet(),
                        ItalianAnalyzer.getDefaultStopSet(),
                        SpanishAnalyzer.getDefaultStopSet(),
                        GermanAnalyzer.getDefaultStopSet(),
                        ArabicAnalyzer.getDefaultStopSet())
                .map(StopWords::folded)
                .forEach(words::addAll);
        words.addAll(chatWords());
        return Set.copyOf(words);
    }

    private static Set<String> folded(CharArraySet set) {
        var words = new HashSet<String>();
        set.forEach(word -> words.add(Words.fold(new String((char[]) word))));
        return words;
    }

    private static Set<String> chatWords() {
        var words = new HashSet<String>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StopWords.class.getResourceAsStream("chatwords.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Words.of(line).stream())
                    .forEach(word -> words.add(word.folded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
