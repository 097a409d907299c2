package groupwatch.store.search.words;

/**
 * A word of a text.
 *
 * @param folded what it is found by
 * @param piece as it is written
 * @param start of the piece in the text, in UTF-16 code units
 * @param end after the piece
 * @param inflected whether it is of a kind that has stems: no number, emoji, or character of a script without spaces
 */
public record Word(String folded, String piece, int start, int end, boolean inflected) {}
