package groupwatch.report.compose.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Shares a mail's room among groups, of which the first matter most: all of them whole if they fit; else the first whole, then some brief, and room kept
 * for naming as many of the others as make sense.
 */
public final class Room {

    /** Of the room, for groups that are told whole when not all are. */
    private static final double WHOLE = 0.6;

    /** Of the room, for names alone at most. */
    private static final double NAMES = 0.3;

    private Room() {}

    /** @return a level for each, never a higher one after a lower one */
    public static List<Level> share(List<Weight> weights, long room) {
        long all = weights.stream().mapToLong(Weight::whole).sum();
        if (all <= room) {
            return Collections.nCopies(weights.size(), Level.WHOLE);
        }
        long names = weights.stream().mapToLong(Weight::named).sum();
        long kept = Math.min(names, (long) (room * NAMES));
        List<Level> levels = new ArrayList<>(weights.size());
        long used = fill(weights, levels, Level.WHOLE, 0, Math.min((long) (room * WHOLE), room - kept));
        used = fill(weights, levels, Level.BRIEF, used, room - kept);
        fill(weights, levels, Level.NAMED, used, room);
        while (levels.size() < weights.size()) {
            levels.add(Level.COUNTED);
        }
        return levels;
    }

    private static long fill(List<Weight> weights, List<Level> levels, Level level, long used, long room) {
        long sum = used;
        while (levels.size() < weights.size()
                && sum + weights.get(levels.size()).at(level) <= room) {
            sum += weights.get(levels.size()).at(level);
            levels.add(level);
        }
        return sum;
    }
}
