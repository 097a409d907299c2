package groupwatch.summary.write.prompt;

import groupwatch.summary.text.PlainText;

/**
 * Words of others as they stand among our marks: on one line, and in no shape that is ours. Only our own lines begin with a number in square
 * brackets, only our own marks are in double angle brackets, only our own arrows point at a message.
 */
final class Data {

    private static final String OPENING = "[\uFF3B\u3010\u3014\u27E6\u3016\u2772\u301A";
    private static final int NAME_LENGTH = 60;

    private Data() {}

    /** What somebody wrote. */
    static String text(String text) {
        String line = PlainText.oneLine(text, " / ");
        StringBuilder out = new StringBuilder(line.length());
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (OPENING.indexOf(character) >= 0 && numberFollows(line, at + 1)) {
                out.append('(');
            } else if (character == '<' && at + 1 < line.length() && line.charAt(at + 1) == '<') {
                out.append('‹');
            } else if (character == '>' && at > 0 && line.charAt(at - 1) == '>') {
                out.append('›');
            } else if (character != Shape.ANSWERS) {
                out.append(character);
            }
        }
        return out.toString();
    }

    /** What somebody calls themselves, or a group: nothing in it can end the name and begin the text. */
    static String name(String name) {
        StringBuilder out = new StringBuilder();
        PlainText.oneLine(name).codePoints().filter(Data::isOfAName).forEach(out::appendCodePoint);
        String kept = PlainText.shortened(PlainText.oneLine(out.toString()), NAME_LENGTH);
        return kept.isEmpty() ? "?" : kept;
    }

    private static boolean numberFollows(String line, int at) {
        int next = at;
        while (next < line.length() && line.charAt(next) == ' ') {
            next++;
        }
        return next < line.length() && Character.isDigit(line.codePointAt(next));
    }

    private static boolean isOfAName(int character) {
        return ":\uFF1A\uFE55\uA789\u2236()<>[]{}|\u00D7".indexOf(character) < 0
                && OPENING.indexOf(character) < 0
                && character != Shape.ANSWERS;
    }
}
