package groupwatch.summary.extract.text;

import java.util.List;

/**
 * A sentence, or a line without an end.
 *
 * @param text one line, never empty
 * @param cues what its turns of phrase give away, by index of its words
 */
public record Sentence(String text, List<Word> words, List<Cues.Found> cues) {

    static Sentence of(String text) {
        var words = Words.of(text);
        return new Sentence(text, words, Cues.in(words));
    }

    public boolean has(Cue cue) {
        return cues.stream().anyMatch(found -> found.cue() == cue);
    }

    public boolean isQuestion() {
        return text.endsWith("?") || text.endsWith("؟") || text.contains("? ") || text.contains("؟ ");
    }

    public long numbers() {
        return words.stream().filter(Word::isNumber).count();
    }
}
