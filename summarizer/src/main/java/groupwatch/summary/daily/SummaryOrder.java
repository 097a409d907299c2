package groupwatch.summary.daily;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The job's payload.
 *
 * @param asked whether somebody asks for it, however little was said
 * @param force whether it is to be written anew although nothing changed
 * @param at when it was ordered
 */
record SummaryOrder(String group, LocalDate day, boolean asked, boolean force, Instant at) {}
