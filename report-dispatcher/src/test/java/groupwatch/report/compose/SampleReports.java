package groupwatch.report.compose;

import groupwatch.report.content.Citation;
import groupwatch.report.content.Coverage;
import groupwatch.report.content.Coverage.Down;
import groupwatch.report.content.DailySummary;
import groupwatch.report.content.DailySummary.GroupDay;
import groupwatch.report.content.DailySummary.MissingSummary;
import groupwatch.report.content.DailySummary.Silent;
import groupwatch.report.content.DailySummary.Summarised;
import groupwatch.report.content.GroupRef;
import groupwatch.report.content.Statement;
import groupwatch.report.content.TopSender;
import groupwatch.report.content.TopicPoints;
import groupwatch.report.content.WeeklyDigest;
import groupwatch.report.content.WeeklyDigest.BusyHour;
import groupwatch.report.content.WeeklyDigest.DayCount;
import groupwatch.report.content.WeeklyDigest.GroupWeek;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.ReportType;
import groupwatch.report.schedule.Period;
import groupwatch.report.schedule.Schedule;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports of an invented delivery company, 19 November 2026 in Lisbon. */
final class SampleReports {

    static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);
    static final Recipient OPS =
            new Recipient("ops@example.com", URI.create("https://groups.example.com/unsubscribe/c2FtcGxl"));

    static final GroupRef ROUTES = new GroupRef("120363025000000001@g.us", "Entrega Zona Leste");
    static final GroupRef SUPPORT = new GroupRef("120363025000000002@g.us", "Night shift · Support");
    static final GroupRef FLEET = new GroupRef("120363025000000003@g.us", "Frota e oficina 🚚");
    static final GroupRef WAREHOUSE = new GroupRef("120363025000000004@g.us", "Warehouse Marvila");
    static final GroupRef SUPPLIERS = new GroupRef("120363025000000005@g.us", "Fornecedores");
    static final GroupRef BOARD = new GroupRef("120363025000000006@g.us", "Board");
    static final GroupRef SITE = new GroupRef("120363025000000007@g.us", "Obras Torre A");
    static final GroupRef SALES = new GroupRef("120363025000000008@g.us", "Vendas Norte");
    static final GroupRef LUNCH = new GroupRef("120363025000000009@g.us", "Almoço de sexta");

    private SampleReports() {}

    static Report report(ReportType type, String name, Locale language) {
        Instant made = Instant.parse("2026-10-01T08:00:00Z");
        return new Report(
                UUID.fromString("6f1c2a4e-0000-4000-8000-000000000001"),
                name,
                type,
                new Schedule.Daily(LocalTime.of(7, 30)),
                LISBON,
                List.of(OPS.address()),
                Set.of(),
                List.of(),
                language,
                true,
                true,
                made,
                made);
    }

    static Period days(LocalDate first, LocalDate last) {
        return new Period(
                first,
                last,
                first.atStartOfDay(LISBON).toInstant(),
                last.plusDays(1).atStartOfDay(LISBON).toInstant(),
                LISBON);
    }

    static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(LISBON).toInstant();
    }

    static Instant at(String time) {
        return at(THURSDAY, time);
    }

    static Citation cite(String sender, String time) {
        return new Citation("3EB0" + Math.abs((sender + time).hashCode()), sender, at(time));
    }

    static Statement said(String text, Citation... citations) {
        return new Statement(text, null, null, null, List.of(citations));
    }

    static Statement task(String text, @Nullable String who, @Nullable String due, Citation... citations) {
        return new Statement(text, who, due, null, List.of(citations));
    }

    static DailySummary daily() {
        List<Long> byHour = List.of(
                4L, 2L, 1L, 0L, 3L, 5L, 14L, 38L, 64L, 71L, 132L, 148L, 139L, 121L, 116L, 124L, 126L, 98L, 41L, 21L, 9L,
                4L, 2L, 1L);
        return new DailySummary(
                days(THURSDAY, THURSDAY),
                1284,
                1211,
                9,
                byHour,
                List.of(
                        routes(),
                        support(),
                        fleet(),
                        notYet(SALES, 361, MissingSummary.NOT_READY),
                        notYet(LUNCH, 62, MissingSummary.NOT_WANTED)),
                List.of(
                        new Silent(SUPPLIERS, 3, 22, at(THURSDAY.minusDays(3), "18:20")),
                        new Silent(BOARD, 1, 6, at(THURSDAY.minusDays(1), "11:05")),
                        new Silent(SITE, 2, 41, at(THURSDAY.minusDays(2), "16:48"))),
                new Coverage(List.of(new Down("support", at("09:31"), at("09:58"))), 14, 3));
    }

    private static GroupDay routes() {
        return new GroupDay(
                ROUTES,
                428,
                new Summarised(
                        false,
                        List.of(said(
                                "Route 7 was the day's topic: two deliveries lacked addresses, and loading moved to 10:30 because the warehouse opens at ten.",
                                cite("Bruno", "09:12"),
                                cite("Rui", "09:21"))),
                        List.of(
                                new TopicPoints(
                                        "Route 9",
                                        List.of(said(
                                                "Marta is away on Friday and nobody has taken her tour yet; Inês asked twice.",
                                                cite("Inês", "17:40")))),
                                new TopicPoints(
                                        "Cold boxes",
                                        List.of(said(
                                                "Four of twelve are back, the others are with the bakery.",
                                                cite("Rui", "15:02"))))),
                        List.of(
                                said("Route 7 loads at 10:30", cite("Carla", "10:02")),
                                said(
                                        "No deliveries to Rua do Açúcar before noon while the road is closed",
                                        cite("Carla", "11:47"))),
                        List.of(
                                task(
                                        "Call Mr Matos about the two missing addresses",
                                        "Carla",
                                        "today",
                                        cite("Carla", "09:14")),
                                task("Bring the spare scanner to Marvila", "Rui", null, cite("Rui", "12:30"))),
                        List.of(said("Who covers route 9 on Friday?", cite("Inês", "17:40"))),
                        List.of(said("The fridge of van 12 shows 9 °C with insulin on board", cite("Bruno", "14:26")))),
                null,
                List.of(
                        new TopSender("Bruno", 137, 32.0),
                        new TopSender("Carla", 100, 23.4),
                        new TopSender("Rui", 57, 13.3)));
    }

    private static GroupDay support() {
        return new GroupDay(
                SUPPORT,
                286,
                new Summarised(
                        false,
                        List.of(
                                said(
                                        "Ticket 4471 came back twice; Ana owns the fix until Friday.",
                                        cite("Ana", "02:14")),
                                said("Two callers asked for refunds over 200 €.", cite("Leo", "03:40"))),
                        List.of(),
                        List.of(said("Refunds over 200 € go to the day shift", cite("Ana", "03:55"))),
                        List.of(task("Write down how 4471 is reproduced", "Ana", "Friday", cite("Ana", "02:20"))),
                        List.of(),
                        List.of()),
                null,
                List.of(new TopSender("Ana", 126, 44.1), new TopSender("Leo", 96, 33.6)));
    }

    private static GroupDay fleet() {
        return new GroupDay(
                FLEET,
                147,
                new Summarised(
                        true,
                        List.of(
                                said(
                                        "Van 12 goes to the workshop tonight, the cooling does not hold.",
                                        cite("Paulo", "18:05")),
                                said("Spare van is booked until Saturday.", cite("Paulo", "18:11"))),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(said("Can somebody collect van 3 in Sintra?", cite("+351 912 000 111", "19:32"))),
                        List.of()),
                null,
                List.of(new TopSender("Paulo", 66, 44.9), new TopSender("+351 912 000 111", 28, 19.0)));
    }

    private static GroupDay notYet(GroupRef group, long messages, MissingSummary why) {
        return new GroupDay(group, messages, null, why, List.of());
    }

    static WeeklyDigest weekly() {
        LocalDate monday = LocalDate.of(2026, 11, 16);
        long[] messages = {1180, 1302, 1211, 1284, 1340, 510, 377};
        return new WeeklyDigest(
                days(monday, monday.plusDays(6)),
                7204,
                6771,
                9,
                IntStream.range(0, 7)
                        .mapToObj(at -> new DayCount(monday.plusDays(at), messages[at]))
                        .toList(),
                List.of(
                        new GroupWeek(
                                ROUTES,
                                3412,
                                2690,
                                List.of(
                                        new TopSender("Bruno", 1091, 32.0),
                                        new TopSender("Carla", 798, 23.4),
                                        new TopSender("Rui", 454, 13.3)),
                                List.of(new BusyHour(11, 397), new BusyHour(9, 388), new BusyHour(17, 261)),
                                List.of(
                                        on(monday.plusDays(3), "Route 7 loads at 10:30", null, "Carla", "10:02"),
                                        on(
                                                monday.plusDays(1),
                                                "Cold boxes are counted every evening",
                                                null,
                                                "Rui",
                                                "18:20")),
                                3,
                                List.of(
                                        on(
                                                monday.plusDays(3),
                                                "Call Mr Matos about the two missing addresses",
                                                "Carla",
                                                "Carla",
                                                "09:14"),
                                        on(monday.plusDays(4), "Find a driver for route 9", "Inês", "Inês", "08:51")),
                                0),
                        new GroupWeek(
                                SUPPORT,
                                2105,
                                2240,
                                List.of(new TopSender("Ana", 928, 44.1), new TopSender("Leo", 707, 33.6)),
                                List.of(new BusyHour(2, 280), new BusyHour(3, 271)),
                                List.of(on(
                                        monday.plusDays(3),
                                        "Refunds over 200 € go to the day shift",
                                        null,
                                        "Ana",
                                        "03:55")),
                                0,
                                List.of(),
                                0),
                        new GroupWeek(
                                WAREHOUSE,
                                1687,
                                1687,
                                List.of(new TopSender("Nuno", 636, 37.7)),
                                List.of(),
                                List.of(),
                                0,
                                List.of(),
                                0),
                        new GroupWeek(SUPPLIERS, 0, 154, List.of(), List.of(), List.of(), 0, List.of(), 0)),
                5,
                new Coverage(
                        List.of(new Down("support", at(monday.plusDays(1), "02:10"), at(monday.plusDays(1), "03:40"))),
                        14,
                        0));
    }

    private static Statement on(LocalDate day, String text, @Nullable String who, String sender, String time) {
        return new Statement(text, who, null, day, List.of(new Citation("3EB0" + time, sender, at(day, time))));
    }
}
