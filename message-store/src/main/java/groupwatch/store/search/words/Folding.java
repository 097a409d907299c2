package groupwatch.store.search.words;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Writes a word as it is compared: compatibility forms, case, accents, vowel points, joiners and skin tones make no
 * difference. Marks that tell letters apart stay: those of Japanese, of Thai and of the scripts of India.
 */
final class Folding {

    /** The longest word; PostgreSQL takes 2,046 bytes. */
    private static final int LONGEST = 255;

    /** The most letters that one letter folds to. */
    private static final int GROWTH = 4;

    private Folding() {}

    static String fold(String word) {
        return isPlain(word) ? word.toLowerCase(Locale.ROOT) : cut(folded(word));
    }

    /** An emoji keeps its joiners, which make one picture of several. */
    static String foldEmoji(String emoji) {
        StringBuilder folded = new StringBuilder(emoji.length());
        emoji.codePoints()
                .filter(point -> !isVariation(point) && !(point >= 0x1F3FB && point <= 0x1F3FF))
                .forEach(folded::appendCodePoint);
        return folded.isEmpty() ? emoji : folded.toString();
    }

    private static boolean isPlain(String word) {
        return word.chars().allMatch(c -> c < 0x80);
    }

    private static String folded(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(point -> !isDropped(point))
                .map(Folding::letter)
                .forEach(kept::appendCodePoint);
        return withoutAccents(Normalizer.normalize(kept, Normalizer.Form.NFC));
    }

    private static String withoutAccents(String word) {
        if (isPlain(word)) {
            return word;
        }
        char[] folded = new char[word.length() * GROWTH];
        int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
        return new String(folded, 0, length);
    }

    private static boolean isDropped(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> isAccent(point);
            case Character.FORMAT -> true;
            default -> point == 0x640; // Arabic: makes a word longer, as one would underline it
        };
    }

    private static boolean isAccent(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        boolean voicing = point == 0x3099 || point == 0x309A;
        return script == UnicodeScript.INHERITED && !voicing
                || script == UnicodeScript.ARABIC
                || script == UnicodeScript.HEBREW
                || script == UnicodeScript.CYRILLIC
                || script == UnicodeScript.SYRIAC;
    }

    private static boolean isVariation(int point) {
        return point >= 0xFE00 && point <= 0xFE0F;
    }

    /** Letters that are written one for the other. */
    private static int letter(int point) {
        return switch (point) {
            case 'ς' -> 'σ';
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            case 'ٱ' -> 'ا';
            default -> point;
        };
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
