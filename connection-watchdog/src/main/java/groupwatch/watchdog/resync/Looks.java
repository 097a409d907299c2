package groupwatch.watchdog.resync;

import java.time.Duration;
import java.util.List;

/** When it is looked whether what was published has arrived: three times after each of three publications, for some ten minutes. */
final class Looks {

    static final int MOST_PUBLICATIONS = 3;

    private static final List<List<Integer>> SECONDS =
            List.of(List.of(5, 10, 30), List.of(5, 30, 90), List.of(5, 60, 300));

    private Looks() {}

    /**
     * How long after the look before, or after the publication.
     *
     * @param times published, from 1
     * @param looks since then, from 0
     */
    static Duration pause(int times, int looks) {
        List<Integer> round = SECONDS.get(Math.clamp(times - 1, 0, SECONDS.size() - 1));
        return Duration.ofSeconds(round.get(Math.clamp(looks, 0, round.size() - 1)));
    }

    static boolean isLast(int times, int looks) {
        return looks + 1
                >= SECONDS.get(Math.clamp(times - 1, 0, SECONDS.size() - 1)).size();
    }
}
