package groupwatch.summary.extract;

/** What a message is to a reader, and how much of a summary may be of that kind. */
enum Kind {
    URGENT(0.2),
    DECISION(0.35),
    ACTION(0.35),
    QUESTION(0.2),
    POINT(1);

    private final double share;

    Kind(double share) {
        this.share = share;
    }

    /** So many of a summary's sentences at most. */
    int most(int sentences) {
        return (int) Math.ceil(share * sentences);
    }
}
