package groupwatch.bench.reports;

import groupwatch.bench.Verdict;
import groupwatch.bench.broker.ToldEvents;
import groupwatch.bench.reports.ReportTables.DeliveryRow;
import groupwatch.bench.reports.ReportTables.RunRow;
import groupwatch.events.Topics;
import groupwatch.events.report.ReportEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares what the mail server took, what the rows say and what the topic was told. */
final class ReportVerdict {

    /** Fewer kills can all miss. */
    private static final int ENOUGH = 10;

    private final int reports;
    private final Instant due;
    private final String bootstrapServers;
    private final Map<String, List<Taken>> taken;
    private final List<RunRow> runs;
    private final Map<String, DeliveryRow> rows;
    private final Verdict verdict = new Verdict();

    ReportVerdict(int reports, Instant due, ReportServers servers, MailServer mails) {
        this.reports = reports;
        this.due = due;
        this.bootstrapServers = servers.bootstrapServers();
        this.taken = mails.taken();
        this.runs = servers.tables().runs();
        this.rows = servers.tables().deliveries().stream()
                .collect(Collectors.toMap(DeliveryRow::recipient, Function.identity()));
    }

    Verdict verdict(List<Replicas.Killed> kills, double seconds) {
        var hits = kills.stream().filter(kill -> kill.inHand() > 0).count();
        var broken = rows.values().stream().mapToInt(DeliveryRow::brokenOff).sum();
        verdict.add(
                kills.size() < ENOUGH || hits > 0 || broken > 0,
                "kills hit mails in hand",
                "%d of %d hit %d mails at the mail server, %d attempts broke off; all was over %.0f s after the due time"
                        .formatted(
                                hits,
                                kills.size(),
                                kills.stream().mapToInt(Replicas.Killed::inHand).sum(),
                                broken,
                                seconds));
        runs();
        deliveries();
        repetitions();
        told();
        return verdict;
    }

    private void runs() {
        var onTime = count(runs, run -> run.dueAt().equals(due) && run.state().equals("sent"));
        var different = runs.stream().map(RunRow::report).distinct().count();
        verdict.add(
                onTime == reports && runs.size() == reports && different == reports,
                "each report runs once, and is sent",
                "%d of %d sent, %d rows".formatted(onTime, reports, runs.size()));
    }

    private void deliveries() {
        var recipients = IntStream.range(0, reports)
                .boxed()
                .flatMap(number -> InventedReports.recipients(number).stream())
                .toList();
        var missed = count(recipients, recipient -> !taken.containsKey(recipient));
        var strangers = new HashSet<>(taken.keySet());
        recipients.forEach(strangers::remove);
        verdict.add(
                missed == 0 && strangers.isEmpty(),
                "the mail server has a mail for each recipient",
                "%d of %d missed, %d mails to others".formatted(missed, recipients.size(), strangers.size()));
        var accepted = count(rows.values(), row -> row.state().equals("accepted"));
        verdict.add(
                accepted == recipients.size() && rows.keySet().equals(new HashSet<>(recipients)),
                "each row says so",
                "%d of %d accepted".formatted(accepted, rows.size()));
        var unclear = count(rows.values(), row -> row.attempts() != row.ended());
        verdict.add(
                unclear == 0,
                "of each attempt it is known how it ended",
                "%d attempts, %d of them broken off; unknown in %d mails"
                        .formatted(
                                rows.values().stream()
                                        .mapToInt(DeliveryRow::attempts)
                                        .sum(),
                                rows.values().stream()
                                        .mapToInt(DeliveryRow::brokenOff)
                                        .sum(),
                                unclear));
    }

    /** A mail that came again came because the process that handed it over ended before its row said so. */
    private void repetitions() {
        var repeated = taken.values().stream().filter(mails -> mails.size() > 1).toList();
        var unexplained = count(repeated, mails -> !isExplained(mails));
        var again = repeated.stream()
                .flatMap(mails -> mails.subList(0, mails.size() - 1).stream())
                .toList();
        verdict.add(
                unexplained == 0,
                "twice only where the process ended before it was written down",
                "%d mails came again, after %d the answer was not heard; %d unexplained"
                        .formatted(
                                repeated.size(),
                                count(again, mail -> !mail.heard().get()),
                                unexplained));
        var ids = taken.values().stream()
                .map(mails -> mails.stream().map(Taken::messageId).collect(Collectors.toSet()))
                .toList();
        var different = ids.stream().flatMap(Collection::stream).distinct().count();
        verdict.add(
                different == taken.size() && count(ids, of -> of.size() > 1 || of.contains("")) == 0,
                "each mail has its own Message-ID, also when it comes again",
                "%d ids, %d mails".formatted(different, taken.size()));
        var changed = count(
                repeated, mails -> mails.stream().map(Taken::content).distinct().count() > 1);
        verdict.add(changed == 0, "what comes again is the same to the byte", "%d differ".formatted(changed));
    }

    private boolean isExplained(List<Taken> mails) {
        var row = rows.get(mails.getFirst().recipient());
        return row != null
                && mails.size() - 1 <= row.brokenOff()
                && mails.subList(0, mails.size() - 1).stream()
                        .allMatch(mail -> mail.port().isKilled());
    }

    private void told() {
        var told = ToldEvents.ids(bootstrapServers, Topics.REPORTS, event -> {
            var run = ((ReportEvent) event).run();
            return run.id() + " " + run.outcome() + " " + run.delivered();
        });
        var right = count(
                runs, run -> told.getOrDefault(run.id() + " sent 2", Set.of()).size() == 1);
        verdict.add(
                right == reports && told.size() == reports,
                "each run is told, always under the same event id",
                "%d told as sent, %d in all".formatted(right, told.size()));
    }

    private static <T> long count(Collection<T> all, Predicate<T> such) {
        return all.stream().filter(such).count();
    }
}
