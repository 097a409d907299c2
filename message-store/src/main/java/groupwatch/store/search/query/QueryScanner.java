package groupwatch.store.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a query apart: words, quoted phrases and operators, each with its sign. */
final class QueryScanner {

    /** What phones type is a quotation mark too. */
    private static final String QUOTES = "\"“”„‟«»";

    private static final Pattern OPERATOR = Pattern.compile("(?i)(" + String.join("|", Operators.NAMES) + "):");

    private final String text;
    private int at;

    private QueryScanner(String text) {
        this.text = text;
    }

    /**
     * A part of a query.
     *
     * @param operator in lower case; empty for text
     * @param value without quotes
     */
    record Unit(boolean negated, String operator, String value, boolean quoted, int position) {

        boolean isOr() {
            return is("OR");
        }

        /** Says what holds anyway. */
        boolean isAnd() {
            return is("AND");
        }

        private boolean is(String word) {
            return !negated && !quoted && operator.isEmpty() && value.equals(word);
        }
    }

    static List<Unit> scan(String text) {
        QueryScanner scanner = new QueryScanner(text);
        List<Unit> units = new ArrayList<>();
        while (scanner.skipSpace()) {
            Unit unit = scanner.unit();
            if (!unit.isAnd()) {
                units.add(unit);
            }
        }
        return units;
    }

    private Unit unit() {
        int position = at;
        boolean negated = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
        at += negated ? 1 : 0;
        Matcher name = OPERATOR.matcher(text).region(at, text.length());
        String operator = name.lookingAt() ? name.group(1).toLowerCase(Locale.ROOT) : "";
        at = operator.isEmpty() ? at : name.end();
        boolean quoted = at < text.length() && isQuote(at);
        String value = quoted ? quoted(position) : bare();
        if (value.isBlank() && !operator.isEmpty()) {
            throw QueryProblem.at(position, operator + ": needs a value");
        }
        return new Unit(negated, operator, value.strip(), quoted, position);
    }

    private String quoted(int position) {
        int start = ++at;
        while (at < text.length() && !isQuote(at)) {
            at++;
        }
        if (at == text.length()) {
            throw QueryProblem.at(position, "the quotation mark is not closed");
        }
        String value = text.substring(start, at++);
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            return value + "*";
        }
        return value;
    }

    private String bare() {
        int start = at;
        while (at < text.length() && !isSpace(at)) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Whether anything is left. */
    private boolean skipSpace() {
        while (at < text.length() && isSpace(at)) {
            at++;
        }
        return at < text.length();
    }

    private boolean isSpace(int index) {
        return Character.isWhitespace(text.charAt(index)) || Character.isSpaceChar(text.charAt(index));
    }

    private boolean isQuote(int index) {
        return QUOTES.indexOf(text.charAt(index)) >= 0;
    }
}
