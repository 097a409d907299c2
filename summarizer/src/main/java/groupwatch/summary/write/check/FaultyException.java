package groupwatch.summary.write.check;

/** One place of an answer is not as it must be. */
final class FaultyException extends RuntimeException {

    /** @param what in words of ours */
    FaultyException(String what) {
        // stackless: an answer, not a bug
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
