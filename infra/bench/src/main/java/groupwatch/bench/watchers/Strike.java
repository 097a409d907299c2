package groupwatch.bench.watchers;

/**
 * What was done to a replica.
 *
 * @param watcher the life that it met
 * @param frozenSeconds 0: it was killed
 * @param at microseconds since 1970
 * @param provoked whether it waited for a call in hand
 */
record Strike(String watcher, double frozenSeconds, long at, boolean provoked) {

    boolean isKill() {
        return frozenSeconds == 0;
    }
}
