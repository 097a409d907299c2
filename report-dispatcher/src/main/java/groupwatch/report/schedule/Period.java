package groupwatch.report.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time a report tells of.
 *
 * @param firstDay by the clock of the zone
 * @param lastDay the last one that belongs to it
 * @param from first moment
 * @param until first moment that does not belong to it
 */
public record Period(LocalDate firstDay, LocalDate lastDay, Instant from, Instant until, ZoneId zone) {}
