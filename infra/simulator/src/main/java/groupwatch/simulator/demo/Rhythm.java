package groupwatch.simulator.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How awake a group is. */
final class Rhythm {

    private Rhythm() {}

    /** Between nearly nothing, at night, and 1, in office hours. */
    static double weight(ZoneId zone, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        double byHour = switch (local.getHour()) {
            case 9, 10, 11, 14, 15, 16, 17 -> 1;
            case 12, 13 -> 0.7;
            case 8, 18 -> 0.4;
            case 7, 19, 20 -> 0.15;
            case 6, 21, 22 -> 0.06;
            default -> 0.02;
        };
        return StoryDay.isWeekend(local.toLocalDate()) ? Math.min(byHour, 0.15) : byHour;
    }

    /** Whether it is an hour for what is said at night. */
    static boolean late(ZoneId zone, Instant at) {
        int hour = at.atZone(zone).getHour();
        return hour < 7 || hour >= 21;
    }
}
