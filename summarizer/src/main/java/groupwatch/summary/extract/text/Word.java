package groupwatch.summary.extract.text;

/**
 * A word of a text.
 *
 * @param folded as it is compared: lower case, without accents
 * @param start of it in the text
 * @param end of it, exclusive
 */
public record Word(String folded, int start, int end) {

    /** Whether it has a digit: a number, a time, a date, a price, a size. */
    public boolean isNumber() {
        return folded.chars().anyMatch(Character::isDigit);
    }
}
