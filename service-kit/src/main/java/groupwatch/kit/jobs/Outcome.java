package groupwatch.kit.jobs;

import java.time.Duration;

/** How an attempt ended. */
public sealed interface Outcome {

    Outcome DONE = new Done();

    /** The effect is durable. */
    record Done() implements Outcome {}

    /** No further attempt would help. */
    record Failed(String error) implements Outcome {}

    /** Its time is over, whatever the schedule says. */
    record Expired(String error) implements Outcome {}

    /** Another attempt, when the schedule says so. An error of the handler counts as this. */
    record Again(String error) implements Outcome {}

    /** It was not its turn; the attempt does not count. */
    record Later(String error, Duration pause) implements Outcome {}
}
