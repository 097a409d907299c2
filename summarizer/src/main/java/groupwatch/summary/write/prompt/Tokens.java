package groupwatch.summary.write.prompt;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;

/**
 * About how many tokens a text is, without a vendor's tokenizer: rather too many than too few, so that what fits by this count fits.
 *
 * <p>Per character, in hundredths: ASCII letters 34 (three to a token; English has four to five), digits 50, accented Latin letters 80,
 * Cyrillic and Greek 60, Chinese, Japanese and Korean 140, other scripts 100, emoji 300, punctuation and whatever else 100; a space belongs to
 * its word.
 */
public final class Tokens {

    private Tokens() {}

    public static int of(String text) {
        long hundredths = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            hundredths += weight(character);
            at += Character.charCount(character);
        }
        return (int) Math.min(Integer.MAX_VALUE, (hundredths + 99) / 100);
    }

    private static int weight(int character) {
        if (character < 0x80) {
            return character == ' ' ? 5 : isLetter(character) ? 34 : isDigit(character) ? 50 : 100;
        }
        if (character > 0xFFFF && !Character.isLetter(character)) {
            return 300;
        }
        if (!Character.isLetter(character)) {
            return isPictogram(character) ? 300 : 100;
        }
        return switch (UnicodeScript.of(character)) {
            case LATIN -> 80;
            case CYRILLIC, GREEK -> 60;
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> 140;
            default -> 100;
        };
    }

    private static boolean isLetter(int ascii) {
        return ascii >= 'a' && ascii <= 'z' || ascii >= 'A' && ascii <= 'Z';
    }

    private static boolean isDigit(int ascii) {
        return ascii >= '0' && ascii <= '9';
    }

    private static boolean isPictogram(int character) {
        UnicodeBlock block = UnicodeBlock.of(character);
        return block == UnicodeBlock.MISCELLANEOUS_SYMBOLS
                || block == UnicodeBlock.DINGBATS
                || block == UnicodeBlock.MISCELLANEOUS_TECHNICAL
                || block == UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_ARROWS;
    }
}
