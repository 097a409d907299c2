package groupwatch.bench.reports;

import groupwatch.report.testing.FakeSuite;
import groupwatch.report.testing.Summaries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reports of all types, due at one time, and groups of which each of them has something to say. */
final class InventedReports {

    private static final int GROUPS = 12;
    private static final int GROUPS_OF_A_REPORT = 3;
    private static final int WEEKS = 8;
    private static final int TYPES = 8;

    private final LocalDate day;
    private final LocalTime time;
    private final Instant shortlyBefore;

    /** @param due of all reports, by the clock of UTC */
    InventedReports(Instant due) {
        this.day = LocalDate.ofInstant(due, ZoneOffset.UTC);
        this.time = LocalTime.ofInstant(due, ZoneOffset.UTC);
        this.shortlyBefore = due.minus(1, ChronoUnit.HOURS);
    }

    private static String group(int number) {
        return "12036300000%07d@g.us".formatted(number);
    }

    /** The last group is silent on the day before, against its habit. */
    void fill(FakeSuite suite) {
        for (var number = 0; number < GROUPS; number++) {
            var group = group(number);
            var silent = number == GROUPS - 1;
            suite.store()
                    .group(group, "House " + number)
                    .sender(group, "Ana", 9)
                    .sender(group, "Bruno", 4);
            for (var back = silent ? 2 : 1; back <= 7 * WEEKS; back++) {
                suite.store().said(group, day.minusDays(back), 9, 10).said(group, day.minusDays(back), 18, 8);
            }
            for (var back = silent ? 2 : 1; back <= 7; back++) {
                day(suite, number, day.minusDays(back));
            }
            suite.store()
                    .messages()
                    .put(
                            group,
                            "PUMP-" + number,
                            "Ana",
                            shortlyBefore,
                            "The pump of house " + number + " leaks again.");
        }
    }

    private static void day(FakeSuite suite, int number, LocalDate date) {
        var group = group(number);
        var keys = "KEYS-" + number + "-" + date;
        var meeting = "MEETING-" + number + "-" + date;
        var at = date.atTime(9, 30).toInstant(ZoneOffset.UTC);
        suite.store()
                .messages()
                .put(group, keys, "Ana", at, "The keys of house " + number + " are at the reception.")
                .put(group, meeting, "Bruno", at, "We meet on Friday at seven.");
        suite.summarizer()
                .put(Summaries.of(group, date)
                        .overview("The keys of house " + number + " are at the reception.", keys)
                        .topic("Meeting", "There is one on Friday.", meeting)
                        .decision("They meet on Friday at seven.", meeting)
                        .task("Fetch the keys", "Bruno", "today", keys)
                        .written());
    }

    /** Of eight, five are daily summaries. */
    ObjectNode report(int number) {
        var report = JsonMapper.shared().createObjectNode();
        report.put("name", "Report " + number)
                .put("schedule", "daily")
                .put("time", time.toString())
                .put("zone", "UTC");
        var recipients = report.putArray("recipients");
        recipients(number).forEach(recipients::add);
        var groups = report.putArray("groups");
        switch (number % TYPES) {
            case 5 -> {
                report.put("type", "keyword_alert");
                report.putArray("searches").addObject().put("name", "Pumps").put("query", "pump");
            }
            case 6 -> report.put("type", "weekly_digest");
            case 7 -> {
                report.put("type", "activity_alert");
                groups.add(group(GROUPS - 1));
            }
            default -> report.put("type", "daily_summary");
        }
        for (var more = 0; more < GROUPS_OF_A_REPORT; more++) {
            groups.add(group((number + more) % (GROUPS - 1)));
        }
        return report;
    }

    /** Of one report alone, each of them. */
    static List<String> recipients(int number) {
        return List.of("ana." + number + "@example.org", "bruno." + number + "@example.net");
    }
}
