package groupwatch.summary.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No answer of a model. What the message says names no message text and no key. */
public sealed class ModelException extends RuntimeException {

    private ModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The vendor is away, overloaded, too slow, or limits us: later is worth another try. */
    public static final class Unavailable extends ModelException {

        private final Duration retryAfter;

        /** @param retryAfter how long to leave it alone, as the vendor says or as is our habit */
        public Unavailable(String message, Duration retryAfter, @Nullable Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The vendor does not take the request: a wrong key, a model that is not there, a request it calls wrong. Somebody must change something. */
    public static final class Refused extends ModelException {

        public Refused(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The day's budget is spent: nothing was asked. */
    public static final class BudgetSpent extends ModelException {

        private final Duration untilTomorrow;

        public BudgetSpent(String message, Duration untilTomorrow) {
            super(message, null);
            this.untilTomorrow = untilTomorrow;
        }

        /** Until there is a new budget. */
        public Duration untilTomorrow() {
            return untilTomorrow;
        }
    }
}
