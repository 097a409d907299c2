package groupwatch.report.run;

import groupwatch.events.EventId;
import groupwatch.events.report.ReportEvent;
import groupwatch.events.report.ReportFailed;
import groupwatch.events.report.ReportRun;
import groupwatch.events.report.ReportSent;
import groupwatch.report.mail.MailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A run that has ended, as the topic tells it. */
final class ToldRun {

    private static final int SCHEMA_VERSION = 1;

    private ToldRun() {}

    static ReportEvent of(Run run, List<ShownDelivery> mails) {
        ReportRun told = new ReportRun(
                run.id().toString(),
                run.report().id().toString(),
                run.report().name(),
                run.report().type().word(),
                run.dueAt(),
                run.byHand(),
                run.period().from(),
                run.period().until(),
                run.period().zone().getId(),
                run.state().word(),
                count(mails, DeliveryState.ACCEPTED),
                count(mails, DeliveryState.SUPPRESSED),
                mails.stream()
                        .filter(ToldRun::isUndelivered)
                        .map(ToldRun::undelivered)
                        .toList());
        Instant at = Objects.requireNonNull(run.endedAt());
        return run.state().isFailure()
                ? new ReportFailed(
                        EventId.of("ReportFailed", run.id()),
                        at,
                        SCHEMA_VERSION,
                        told,
                        masked(Objects.requireNonNullElse(run.reason(), "no reason is known"), mails))
                : new ReportSent(EventId.of("ReportSent", run.id()), at, SCHEMA_VERSION, told);
    }

    private static int count(List<ShownDelivery> mails, DeliveryState state) {
        return (int) mails.stream().filter(mail -> mail.state() == state).count();
    }

    private static boolean isUndelivered(ShownDelivery mail) {
        return mail.state() == DeliveryState.REFUSED || mail.state() == DeliveryState.EXPIRED;
    }

    private static ReportRun.Undelivered undelivered(ShownDelivery mail) {
        return new ReportRun.Undelivered(
                MailAddress.of(mail.recipient()).masked(),
                masked(Objects.requireNonNullElse(mail.said(), "it was tried for too long"), List.of(mail)));
    }

    /** Mail servers repeat the address they refuse. */
    private static String masked(String said, List<ShownDelivery> mails) {
        String masked = said;
        for (ShownDelivery mail : mails) {
            masked = Pattern.compile(Pattern.quote(mail.recipient()), Pattern.CASE_INSENSITIVE)
                    .matcher(masked)
                    .replaceAll(Matcher.quoteReplacement(
                            MailAddress.of(mail.recipient()).masked()));
        }
        return masked;
    }
}
