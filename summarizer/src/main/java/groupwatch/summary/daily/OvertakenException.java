package groupwatch.summary.daily;

/** While a day was being summarised somebody else wrote it: what was read here may be older. */
class OvertakenException extends RuntimeException {

    OvertakenException() {
        super("somebody else wrote this day meanwhile", null, false, false);
    }
}
