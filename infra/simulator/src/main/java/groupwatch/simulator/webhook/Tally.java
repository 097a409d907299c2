package groupwatch.simulator.webhook;

import java.util.concurrent.atomic.LongAdder;

/** How an instance's webhooks fared: {@code letters = delivered + refused + givenUp + pending}. */
public final class Tally {

    private final LongAdder letters = new LongAdder();
    private final LongAdder attempts = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder givenUp = new LongAdder();

    /**
     * @param attempts requests, redirects not counted
     * @param refused answered so that they are never tried again
     * @param givenUp after the last attempt
     * @param pending under way or waiting for a retry
     */
    public record Count(long letters, long attempts, long delivered, long refused, long givenUp, long pending) {}

    void began() {
        letters.increment();
    }

    void attempted() {
        attempts.increment();
    }

    void ended(Outcome outcome) {
        switch (outcome) {
            case DELIVERED -> delivered.increment();
            case REFUSED -> refused.increment();
            case GIVEN_UP -> givenUp.increment();
        }
    }

    public Count count() {
        var ended = delivered.sum() + refused.sum() + givenUp.sum();
        return new Count(
                letters.sum(),
                attempts.sum(),
                delivered.sum(),
                refused.sum(),
                givenUp.sum(),
                Math.max(0, letters.sum() - ended));
    }
}
