package groupwatch.report.compose.shown;

import java.util.BitSet;

/**
 * Keeps mail programs from making links of what strangers wrote: they see {@code example.com}, {@code https://…}, {@code a@b.c} or {@code \\server} in a
 * mail's text and link it themselves, in HTML and in plain text alike. A zero width non-joiner is put on both sides of the sign that makes it one.
 *
 * <p>Why this character, and not a word joiner, a zero width space or a span: spans are looked through; the other two are ignored in host names (UTS 46
 * maps them to nothing), so that a link made in spite of them leads to the very host. A non-joiner between such letters is invalid in a host name
 * (RFC 5892, appendix A.1): whatever still links the text leads nowhere. Fonts show nothing for it, screen readers say nothing, lines break as before.
 */
final class Disarmed {

    private static final char NON_JOINER = '\u200C';

    private Disarmed() {}

    static Cleaned of(Cleaned cleaned) {
        String text = cleaned.text();
        if (text.chars().noneMatch(Disarmed::maySpeakOfPlaces)) {
            return cleaned;
        }
        StringBuilder disarmed = new StringBuilder(text.length() + 16);
        BitSet marked = new BitSet();
        for (int at = 0; at < text.length(); at++) {
            int from = disarmed.length();
            if (links(text, at)) {
                disarmed.append(NON_JOINER).append(text.charAt(at)).append(NON_JOINER);
            } else {
                disarmed.append(text.charAt(at));
            }
            marked.set(from, disarmed.length(), cleaned.marked().get(at));
        }
        return new Cleaned(disarmed.toString(), marked);
    }

    private static boolean maySpeakOfPlaces(int sign) {
        return switch (sign) {
            case '.', '。', '．', '｡', '@', '＠', ':', '\\' -> true;
            default -> false;
        };
    }

    private static boolean links(String text, int at) {
        if (at == 0 || at == text.length() - 1 || !maySpeakOfPlaces(text.charAt(at))) {
            return text.startsWith("\\\\", at);
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        if (before == ' ' || after == ' ') {
            return text.startsWith("\\\\", at);
        }
        if (before == NON_JOINER && after == NON_JOINER) {
            return false;
        }
        return switch (text.charAt(at)) {
            // 10.30 and 1.284 are none, at the end of a sentence too; 10.0.0.1 is
            case '.' -> before != '.' && !ends(after) && (!Figures.areAround(text, at) || Figures.lead(text, at));
            case ':' -> !Figures.areAround(text, at);
            default -> true;
        };
    }

    /** The end of a sentence, in quotes or brackets too: nothing that a name could go on with. */
    private static boolean ends(char after) {
        return switch (Character.getType(after)) {
            case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
