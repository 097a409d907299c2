package groupwatch.store.stats;

/** Percent, to a tenth. */
final class Percent {

    private Percent() {}

    /** Of nothing, nothing is 0 percent. */
    static double of(long part, long whole) {
        return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
    }
}
