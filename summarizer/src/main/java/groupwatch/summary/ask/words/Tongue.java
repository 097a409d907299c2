package groupwatch.summary.ask.words;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages in which questions are understood, and what is ours in an answer is said. */
public enum Tongue {
    ENGLISH("en"),
    PORTUGUESE("pt"),
    ITALIAN("it"),
    SPANISH("es"),
    GERMAN("de");

    private final String code;

    Tongue(String code) {
        this.code = code;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** Empty for a language that is none of these. */
    public static Optional<Tongue> of(Locale locale) {
        return Arrays.stream(values())
                .filter(tongue -> tongue.code.equals(locale.getLanguage()))
                .findFirst();
    }

    /** The language whose small words a text has most of; English when it has none. */
    public static Tongue guess(String text) {
        List<String> words = Words.of(text).stream().map(Words.Word::folded).toList();
        return Arrays.stream(values())
                .max(Comparator.<Tongue>comparingDouble(tongue -> score(tongue, words))
                        // of equals the first
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(ENGLISH);
    }

    /** A word that only one language has tells more than one that three have. */
    private static double score(Tongue tongue, List<String> words) {
        return words.stream()
                .filter(word -> StopWords.of(tongue).contains(word))
                .mapToDouble(word -> 1.0
                        / Arrays.stream(values())
                                .filter(other -> StopWords.of(other).contains(word))
                                .count())
                .sum();
    }
}
