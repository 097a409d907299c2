package groupwatch.media.row;

/** What a message's telling changed. */
public enum Told {
    /** The file was not known. */
    NEW,
    /** The file was known, but not where its bytes are that came along; it is not stored. */
    CLAIMED,
    KNOWN
}
