package groupwatch.report.run;

import groupwatch.events.EventId;
import java.time.Instant;
import java.util.UUID;

/** Ids made from what they are about: found twice, a run is one; tried twice, a mail is one. */
final class RunIds {

    private RunIds() {}

    static UUID due(UUID report, Instant dueAt) {
        return UUID.fromString(EventId.of("ReportRun", report, dueAt));
    }

    static UUID byHand(UUID report, String key) {
        return UUID.fromString(EventId.of("ReportRunByHand", report, key));
    }

    /** What its Message-ID is made of. */
    static String mail(UUID run, String recipient) {
        return EventId.of("ReportMail", run, recipient);
    }
}
