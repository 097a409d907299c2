package groupwatch.summary.model.vendor;

import groupwatch.events.summary.TokenCount;

/** What a vendor says while a model answers. */
public sealed interface Said {

    /** The next words of the answer. */
    record Words(String text) implements Said {}

    /** What was used so far, all in all. */
    record Used(TokenCount tokens) implements Said {}

    /** The answer is over. */
    record Done(Reply reply) implements Said {}
}
