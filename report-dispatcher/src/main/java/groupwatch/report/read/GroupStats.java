package groupwatch.report.read;

import groupwatch.report.content.TopSender;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A group's figures in some days.
 *
 * @param previous messages of as many days just before
 * @param byHour 24, of all days together; empty where nobody wrote
 * @param byDay days without messages can be absent
 */
public record GroupStats(
        long messages, long previous, List<TopSender> topSenders, List<Long> byHour, Map<LocalDate, Long> byDay) {

    /** Of a group nobody knows of. */
    public static final GroupStats NONE = new GroupStats(0, 0, List.of(), List.of(), Map.of());

    public GroupStats {
        topSenders = List.copyOf(topSenders);
        byHour = List.copyOf(byHour);
        byDay = Map.copyOf(byDay);
    }

    public long on(LocalDate day) {
        return byDay.getOrDefault(day, 0L);
    }
}
