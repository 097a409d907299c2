package groupwatch.report.run;

import groupwatch.report.plan.DueReport;
import groupwatch.report.plan.Periods;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.ReportType;
import groupwatch.report.schedule.Period;
import groupwatch.report.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is to be made of a report whose time has come, maybe long ago. Times that would tell the same are one run, the newest: three mails
 * about one day help nobody. What is too late is missed, and is said to be.
 *
 * @param runs the oldest first
 * @param missed the oldest first
 * @param next when it is due again
 */
record DueTimes(List<DueTime> runs, List<DueTime> missed, Instant next) {

    /** A due time and the time it tells of. */
    record DueTime(Instant dueAt, Period period) {}

    /** More than a month of a report that is due every five minutes. */
    private static final int MOST_TIMES = 10_000;

    private static final int MOST_MISSED = 100;

    static DueTimes of(DueReport due, Instant now, Duration lateness) {
        Report report = due.report();
        Timetable timetable = new Timetable(report.schedule(), report.zone());
        Map<Object, DueTime> telling = new LinkedHashMap<>();
        Stream.concat(Stream.of(due.dueAt()), timetable.between(due.dueAt(), now, MOST_TIMES).stream())
                .map(at -> new DueTime(at, Periods.of(report.type(), at, report.zone(), due.previousUntil())))
                .forEach(time -> telling.put(what(report.type(), time.period()), time));
        List<DueTime> runs = new ArrayList<>();
        List<DueTime> missed = new ArrayList<>();
        Instant tooLate = now.minus(lateness);
        telling.values().forEach(time -> (time.dueAt().isBefore(tooLate) ? missed : runs).add(time));
        return new DueTimes(
                runs, missed.subList(Math.max(0, missed.size() - MOST_MISSED), missed.size()), timetable.next(now));
    }

    /** What a run tells: a keyword alert everything since the one before, the others their days. */
    private static Object what(ReportType type, Period period) {
        return type == ReportType.KEYWORD_ALERT ? type : period.lastDay();
    }
}
