package groupwatch.summary.model;

/** Why a model stopped. */
public enum Finish {
    /** It was done. */
    COMPLETE,
    /** It came to the longest answer allowed, or to the end of its window: what it wrote is not whole. */
    TRUNCATED,
    /** It would not answer. */
    REFUSED
}
