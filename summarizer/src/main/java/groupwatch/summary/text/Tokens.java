package groupwatch.summary.text;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;

/**
 * About how many tokens a text is, without a vendor's tokenizer: rather too many than too few, so that what fits by this count fits.
 *
 * <p>Per character, in hundredths: ASCII letters 38, digits 50, accented Latin letters 80, Cyrillic and Greek 70, Chinese, Japanese and Korean
 * 140, letters and vowel signs of other scripts 130, emoji 350, punctuation and whatever else 100; a space belongs to its word. Chats in ten
 * languages come out at 1.0 to 1.7 times the count of the public vocabulary cl100k, and at 1.3 to 3.6 times that of o200k.
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
            return character == ' ' ? 5 : isLetter(character) ? 38 : isDigit(character) ? 50 : 100;
        }
        if (character > 0xFFFF && !Character.isLetter(character)) {
            return 350;
        }
        if (!Character.isLetter(character) && !isVowelSign(character)) {
            return isPictogram(character) ? 350 : 100;
        }
        return switch (UnicodeScript.of(character)) {
            case LATIN -> 80;
            case CYRILLIC, GREEK -> 70;
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> 140;
            default -> 130;
        };
    }

    private static boolean isLetter(int ascii) {
        return ascii >= 'a' && ascii <= 'z' || ascii >= 'A' && ascii <= 'Z';
    }

    private static boolean isDigit(int ascii) {
        return ascii >= '0' && ascii <= '9';
    }

    private static boolean isVowelSign(int character) {
        int type = Character.getType(character);
        return UnicodeScript.of(character) != UnicodeScript.INHERITED
                && (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK);
    }

    private static boolean isPictogram(int character) {
        UnicodeBlock block = UnicodeBlock.of(character);
        return block == UnicodeBlock.MISCELLANEOUS_SYMBOLS
                || block == UnicodeBlock.DINGBATS
                || block == UnicodeBlock.MISCELLANEOUS_TECHNICAL
                || block == UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_ARROWS;
    }
}
