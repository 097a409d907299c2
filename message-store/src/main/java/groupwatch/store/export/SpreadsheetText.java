package groupwatch.store.export;

/**
 * A text that no spreadsheet runs. Who can write into a group could else write a formula into the file that an admin opens
 * (OWASP, "CSV Injection"): what begins with {@code = + - @}, their full-width forms, a tab or a line break gets an
 * apostrophe in front. Blanks and invisible characters before it do not help the writer.
 */
final class SpreadsheetText {

    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    static String of(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    private static boolean isDangerous(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (DANGEROUS.indexOf(c) >= 0) {
                return true;
            }
            if (!isBlankOrInvisible(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isBlankOrInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
