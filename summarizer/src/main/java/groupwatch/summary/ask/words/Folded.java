package groupwatch.summary.ask.words;

import java.text.Normalizer;

/** Text without accents and capitals, character by character, so that a place in it is the same place in the text. */
public final class Folded {

    private Folded() {}

    /** As long as the text, which is best composed ({@link #composed}). */
    public static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    /** With each letter and its accents as one character. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return Character.toLowerCase(c);
        }
        // phones write ’ where a keyboard has '
        if (c == '’' || c == '‘') {
            return '\'';
        }
        if (Character.isSurrogate(c)) {
            return c;
        }
        return Character.toLowerCase(
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
    }
}
