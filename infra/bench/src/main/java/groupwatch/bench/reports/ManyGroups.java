package groupwatch.bench.reports;

import groupwatch.report.testing.FakeSuite;
import groupwatch.report.testing.Summaries;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Groups that talk every day of two weeks, with a summary of each day of the second; every tenth group lacks one. */
final class ManyGroups {

    private static final int DAYS = 7;
    private static final int EACH = 10;
    private static final String[] PEOPLE = {"Ana", "Bruno", "Carla", "Davi", "Elisa"};

    private final LocalDate today;

    ManyGroups(LocalDate today) {
        this.today = today;
    }

    void fill(FakeSuite suite, int groups) {
        for (var number = 0; number < groups; number++) {
            var group = group(number);
            suite.store().group(group, "Neighbours of street " + number);
            for (var person = 0; person < PEOPLE.length; person++) {
                suite.store().sender(group, PEOPLE[person], 100 - 10L * person);
            }
            for (var back = 1; back <= 2 * DAYS; back++) {
                for (var hour = 7; hour < 23; hour++) {
                    suite.store().said(group, today.minusDays(back), hour, 1 + (number + back + hour) % 9);
                }
            }
            for (var back = 1; back <= DAYS; back++) {
                if (number % EACH != 0 || back > 1) {
                    summary(suite, number, today.minusDays(back));
                }
            }
        }
    }

    static String group(int number) {
        return "12036300000%07d@g.us".formatted(number);
    }

    private static void summary(FakeSuite suite, int number, LocalDate date) {
        var group = group(number);
        var written = Summaries.of(group, date);
        var messages = new String[] {"A", "B", "C", "D"};
        for (var which = 0; which < messages.length; which++) {
            messages[which] = "3EB0" + messages[which] + number + "X" + date.toEpochDay();
            suite.store()
                    .messages()
                    .put(
                            group,
                            messages[which],
                            PEOPLE[(number + which) % PEOPLE.length],
                            date.atTime(9 + which, 15).toInstant(ZoneOffset.UTC),
                            "About the gate of street " + number + ", and what is to be done about it before Friday.");
        }
        suite.summarizer()
                .put(written.overview("The gate of street " + number + " was repaired and is open again.", messages[0])
                        .topic("The gate", "It is open again, and the bill is on its way.", messages[0], messages[1])
                        .decision("The gate of street " + number + " stays open until ten in the evening.", messages[1])
                        .decision("The bill is paid from what was left of the summer party.", messages[2])
                        .task("Ask the locksmith for two more keys", "Bruno", "Friday", messages[2])
                        .task("Put up the new sign at the entrance", "Carla", "next week", messages[3])
                        .written());
    }
}
