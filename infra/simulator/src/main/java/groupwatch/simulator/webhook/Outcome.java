package groupwatch.simulator.webhook;

/** How the delivery of a webhook ended. */
enum Outcome {
    DELIVERED,
    /** An answer after which Evolution drops an event for good. */
    REFUSED,
    GIVEN_UP;

    static Outcome ofLast(int status, RetryPolicy policy) {
        return policy.neverRetried().contains(status) ? REFUSED : GIVEN_UP;
    }
}
