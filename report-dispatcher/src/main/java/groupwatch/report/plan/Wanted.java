package groupwatch.report.plan;

import groupwatch.report.schedule.Schedule;
import groupwatch.report.schedule.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as somebody wants it; what each part is stands at {@link Report}. */
public record Wanted(
        String name,
        ReportType type,
        Schedule schedule,
        ZoneId zone,
        List<String> recipients,
        Set<String> groups,
        List<Search> searches,
        Locale language,
        boolean statistics,
        boolean active) {

    Report report(UUID id, Instant createdAt, Instant changedAt) {
        return new Report(
                id,
                name,
                type,
                schedule,
                zone,
                recipients,
                groups,
                searches,
                language,
                statistics,
                active,
                createdAt,
                changedAt);
    }

    /** Absent while it is paused. */
    @Nullable
    Instant nextAfter(Instant now) {
        return active ? new Timetable(schedule, zone).next(now) : null;
    }
}
