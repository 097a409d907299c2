package groupwatch.report.plan;

import groupwatch.report.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A report that somebody wants.
 *
 * @param zone by whose clock it is due and its days begin
 * @param recipients e-mail addresses, each once
 * @param groups JIDs; empty: all
 * @param searches of a keyword alert; empty otherwise
 * @param language of its own words: en, pt, es, it or de
 * @param statistics whether it has figures, people and charts besides what was said
 * @param active whether it is sent by itself
 */
public record Report(
        UUID id,
        String name,
        ReportType type,
        Schedule schedule,
        ZoneId zone,
        List<String> recipients,
        Set<String> groups,
        List<Search> searches,
        Locale language,
        boolean statistics,
        boolean active,
        Instant createdAt,
        Instant changedAt) {

    public Report {
        recipients = List.copyOf(recipients);
        groups = Set.copyOf(groups);
        searches = List.copyOf(searches);
    }
}
