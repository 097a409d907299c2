package groupwatch.report.compose.shown;

import java.util.Arrays;

/** Dots between figures: those of amounts, times and dates, which are to be copied as they are, and those of network addresses. */
final class Figures {

    private static final int IN_ADDRESS = 4;
    private static final int LARGEST = 255;
    private static final int LONGEST = 3;

    private Figures() {}

    /** Whether the dot is part of what could be a place: four figures up to 255, or figures that go on with a name. */
    static boolean lead(String text, int dot) {
        int from = dot;
        while (from > 0 && goesOn(text, from - 1)) {
            from--;
        }
        int to = dot;
        while (to < text.length() - 1 && goesOn(text, to + 1)) {
            to++;
        }
        String chain = text.substring(from, to + 1);
        return isNamed(chain) || isAddress(chain.split("\\."));
    }

    /** A letter or a digit, or a dot between two of them: not the one at the end of a sentence. */
    private static boolean goesOn(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at))
                || text.charAt(at) == '.'
                        && at > 0
                        && at < text.length() - 1
                        && Character.isLetterOrDigit(text.charAt(at - 1))
                        && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean isNamed(String chain) {
        for (int dot = chain.indexOf('.'); dot >= 0; dot = chain.indexOf('.', dot + 1)) {
            if (dot == 0 || dot == chain.length() - 1 || !areAround(chain, dot)) {
                return true;
            }
        }
        return false;
    }

    /** Also with more before or after: some programs see an address in it all the same. */
    private static boolean isAddress(String[] parts) {
        for (int first = 0; first + IN_ADDRESS <= parts.length; first++) {
            if (Arrays.stream(parts, first, first + IN_ADDRESS).allMatch(Figures::isOfAddress)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAddress(String part) {
        return part.length() <= LONGEST
                && part.chars().allMatch(Character::isDigit)
                && Integer.parseInt(part) <= LARGEST;
    }

    /** Whether there is a figure on both sides. */
    static boolean areAround(String text, int at) {
        return Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
    }
}
