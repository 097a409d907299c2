package groupwatch.watchdog.order;

/** What became of an order within the time somebody waits for an answer. */
public sealed interface OrderResult {

    record Done() implements OrderResult {}

    /**
     * @param code a word for programs
     * @param message a sentence for people
     */
    record Failed(String code, String message) implements OrderResult {}

    /** Not taken up yet, or not finished; it will be. */
    record Waiting() implements OrderResult {}
}
