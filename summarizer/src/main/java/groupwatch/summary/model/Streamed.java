package groupwatch.summary.model;

/** What comes of an answer while it is written. */
public sealed interface Streamed {

    /** A piece of its text. */
    record Piece(String text) implements Streamed {}

    /** It is over. The completion has the whole text. */
    record End(Completion completion) implements Streamed {}
}
