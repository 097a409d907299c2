package groupwatch.bench.search;

import java.util.List;

/**
 * What is looked for, by how often it was said. Of each kind there are several words, put into texts of invented words on purpose, so that
 * it is known how often they are there.
 *
 * @param share of the messages that have one of these words
 * @param everywhere said in all months; else only in the first four
 */
enum Kind {
    RARE("rare", 1.0 / 100_000, true),
    MEDIUM("medium", 1.0 / 2_000, true),
    COMMON("very common", 1.0 / 10, true),
    LONG_AGO("frequent only long ago", 1.0 / 20, false),
    ABSENT("absent", 0, true),
    TWO_WORDS("two words", 1.0 / 100, true);

    static final int WORDS = 8;

    private static final List<String> LETTERS = List.of("bo", "ce", "du", "fi", "ga", "ho", "ji", "ku");

    final String title;
    final double share;
    final boolean everywhere;

    Kind(String title, double share, boolean everywhere) {
        this.title = title;
        this.share = share;
        this.everywhere = everywhere;
    }

    /** The i-th of its words; none of the vocabulary looks like it. */
    String word(int i) {
        return "qx" + LETTERS.get(ordinal()) + LETTERS.get(i % WORDS);
    }

    /** Asks for the i-th: for two of them together where the kind is that. */
    String query(int i) {
        return this == TWO_WORDS ? word(i) + " " + word(i + 1) : word(i);
    }
}
