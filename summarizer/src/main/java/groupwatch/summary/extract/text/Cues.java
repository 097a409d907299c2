package groupwatch.summary.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds turns of phrase by whole words. */
public final class Cues {

    private static final Map<String, List<Phrase>> PHRASES = load();
    private static final int SHORTEST_BEGINNING = 3;

    private Cues() {}

    /**
     * A turn of phrase in a list of words.
     *
     * @param from its first word
     * @param to the word after its last
     */
    public record Found(Cue cue, int from, int to) {}

    /** In the order of the words; they may overlap. */
    public static List<Found> in(List<Word> words) {
        var found = new ArrayList<Found>();
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at).folded();
            collect(PHRASES.get(word), words, at, found);
            for (var length = SHORTEST_BEGINNING; length <= word.length(); length++) {
                collect(PHRASES.get(word.substring(0, length) + '*'), words, at, found);
            }
        }
        return found;
    }

    private static void collect(@Nullable List<Phrase> phrases, List<Word> words, int at, List<Found> found) {
        if (phrases == null) {
            return;
        }
        for (var phrase : phrases) {
            if (phrase.isAt(words, at)) {
                found.add(new Found(phrase.cue, at, at + phrase.words.size()));
            }
        }
    }

    private record Phrase(Cue cue, List<String> words) {

        boolean isAt(List<Word> text, int at) {
            if (at + words.size() > text.size()) {
                return false;
            }
            for (var next = 1; next < words.size(); next++) {
                if (!matches(words.get(next), text.get(at + next).folded())) {
                    return false;
                }
            }
            return true;
        }

        private static boolean matches(String pattern, String word) {
            return pattern.endsWith("*")
                    ? word.startsWith(pattern.substring(0, pattern.length() - 1))
                    : word.equals(pattern);
        }
    }

    /** Sections named after cues; in them phrases between bars, a star for any ending. */
    private static Map<String, List<Phrase>> load() {
        var phrases = new HashMap<String, List<Phrase>>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cues.class.getResourceAsStream("cues.txt")), StandardCharsets.UTF_8))) {
            var cue = Cue.DECISION;
            for (var line : lines.lines().toList()) {
                if (line.startsWith("[")) {
                    cue = Cue.valueOf(line.substring(1, line.indexOf(']'))
                            .toUpperCase(Locale.ROOT)
                            .replace(' ', '_'));
                } else if (!line.startsWith("#")) {
                    for (var phrase : line.split("\\|")) {
                        add(phrases, cue, phrase.strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }

    private static void add(Map<String, List<Phrase>> phrases, Cue cue, String phrase) {
        var words = new ArrayList<String>();
        for (var word : Words.of(phrase)) {
            var starred = word.end() < phrase.length() && phrase.charAt(word.end()) == '*';
            words.add(starred ? word.folded() + '*' : word.folded());
        }
        if (!words.isEmpty()) {
            phrases.computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                    .add(new Phrase(cue, List.copyOf(words)));
        }
    }
}
