package groupwatch.events.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One due time of a report, at its end.
 *
 * @param id of the run
 * @param report id of the report
 * @param name of the report, at that time
 * @param reportType {@code daily_summary}, {@code weekly_digest}, {@code activity_alert}, {@code keyword_alert}; ignore others
 * @param dueAt when it was due
 * @param byHand whether somebody asked for it then, besides its schedule
 * @param from beginning of the time it tells of
 * @param to end of the time it tells of
 * @param zone by whose clock
 * @param outcome {@code sent}, {@code nothing} (an alert without anything to say), {@code partly}, {@code failed}, {@code missed} (found too late)
 * @param delivered how many mails the mail server has taken
 * @param suppressed how many recipients want no mail any more
 * @param undelivered who did not get it
 */
public record ReportRun(
        String id,
        String report,
        String name,
        String reportType,
        Instant dueAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean byHand,
        Instant from,
        Instant to,
        String zone,
        String outcome,
        int delivered,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int suppressed,
        List<Undelivered> undelivered) {

    public ReportRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reportType, "reportType");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(outcome, "outcome");
        undelivered = undelivered == null ? List.of() : List.copyOf(undelivered);
    }

    /**
     * A recipient who did not get it.
     *
     * @param recipient their address, all but the first letter and the domain left out
     * @param reason in words a person can act on
     */
    public record Undelivered(String recipient, String reason) {

        public Undelivered {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
