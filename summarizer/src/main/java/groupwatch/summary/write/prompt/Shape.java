package groupwatch.summary.write.prompt;

/** The signs that are ours alone. */
final class Shape {

    /** Stands before the number of the message that is answered. */
    static final char ANSWERS = '↪';

    private Shape() {}
}
