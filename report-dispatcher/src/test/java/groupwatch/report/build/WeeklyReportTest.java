package groupwatch.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.content.Statement;
import groupwatch.report.content.TopSender;
import groupwatch.report.content.WeeklyDigest;
import groupwatch.report.content.WeeklyDigest.BusyHour;
import groupwatch.report.content.WeeklyDigest.DayCount;
import groupwatch.report.content.WeeklyDigest.GroupWeek;
import groupwatch.report.plan.ReportType;
import groupwatch.report.schedule.Period;
import groupwatch.report.testing.FakeStore;
import groupwatch.report.testing.Summaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeeklyReportTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final Period PERIOD = ReportRig.period(MONDAY, SUNDAY);
    private static final String GARDEN = "120363000000000001@g.us";
    private static final String CHOIR = "120363000000000002@g.us";
    private static final String QUIET = "120363000000000003@g.us";

    private final ReportRig rig = new ReportRig(null);

    @AfterEach
    void stop() {
        rig.close();
    }

    private WeeklyDigest build(boolean statistics) {
        return rig.build(
                WeeklyDigest.class,
                ReportRig.report(ReportType.WEEKLY_DIGEST, Set.of(), statistics, List.of()),
                PERIOD,
                true);
    }

    private void week() {
        FakeStore store = rig.suite().store();
        store.group(GARDEN, "Garden").group(CHOIR, "Choir").group(QUIET, "Quiet");
        store.said(GARDEN, MONDAY, 9, 30).said(GARDEN, SUNDAY, 20, 12).said(GARDEN, SUNDAY, 9, 1);
        store.said(GARDEN, MONDAY.minusDays(3), 9, 20).sender(GARDEN, "Ana", 40);
        store.said(CHOIR, MONDAY.minusDays(7), 9, 50).said(GARDEN, SUNDAY.plusDays(1), 9, 1000);
        store.messages().put(GARDEN, "M1", "Ana", Instant.parse("2026-11-16T09:00:00Z"), "We paint it green");
    }

    @Test
    void aWeekIsToldInFiguresAgainstTheWeekBefore() {
        week();
        WeeklyDigest week = build(true);
        assertThat(week.messages()).isEqualTo(43);
        assertThat(week.previous()).isEqualTo(70);
        assertThat(week.watched()).isEqualTo(3);
        assertThat(week.byDay()).hasSize(7).contains(new DayCount(MONDAY, 30), new DayCount(SUNDAY, 13));
        assertThat(week.groups()).extracting(group -> group.group().name()).containsExactly("Garden", "Choir");
        GroupWeek garden = week.groups().getFirst();
        assertThat(garden.messages()).isEqualTo(43);
        assertThat(garden.previous()).isEqualTo(20);
        assertThat(garden.busiest()).containsExactly(new BusyHour(9, 31), new BusyHour(20, 12));
        assertThat(garden.topSenders()).extracting(TopSender::name).containsExactly("Ana");
        assertThat(week.groups().getLast()).returns(0L, GroupWeek::messages).returns(50L, GroupWeek::previous);
    }

    @Test
    void withoutStatisticsThereAreNoPeopleHoursAndDays() {
        week();
        WeeklyDigest week = build(false);
        assertThat(week.byDay()).isEmpty();
        assertThat(week.groups().getFirst().busiest()).isEmpty();
        assertThat(week.groups().getFirst().topSenders()).isEmpty();
        assertThat(week.messages()).isEqualTo(43);
    }

    @Test
    void decisionsAndTasksAreThoseOfTheWeeksSummariesAndWhatIsRepeatedIsToldOnce() {
        week();
        rig.suite()
                .summarizer()
                .put(Summaries.of(GARDEN, MONDAY)
                        .decision("The fence becomes green.", "M1")
                        .task("Buy paint!", "Bruno", "Friday", "M1")
                        .written())
                .put(Summaries.of(GARDEN, SUNDAY)
                        .task("buy  PAINT", "Bruno", "Friday", "M9")
                        .written())
                .put(Summaries.of(GARDEN, MONDAY.minusDays(1))
                        .decision("Of last week.", "M0")
                        .written())
                .put(Summaries.of(GARDEN, SUNDAY.plusDays(1))
                        .decision("Of next week.", "M8")
                        .written());
        GroupWeek garden = build(true).groups().getFirst();
        assertThat(garden.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.text()).isEqualTo("The fence becomes green.");
            assertThat(decision.day()).isEqualTo(MONDAY);
            assertThat(decision.citations().getFirst().sender()).isEqualTo("Ana");
        });
        assertThat(garden.actionItems()).singleElement().satisfies(task -> {
            assertThat(task.day()).isEqualTo(SUNDAY);
            assertThat(task.who()).isEqualTo("Bruno");
        });
        assertThat(garden.moreActionItems()).isZero();
    }

    @Test
    void noMoreIsNamedThanSomeoneReadsAndTheRestIsCounted() {
        week();
        Summaries summary = Summaries.of(GARDEN, MONDAY);
        for (int i = 0; i < 40; i++) {
            summary.decision("Decision " + i, "M1").task("Task " + i, null, null, "M1");
        }
        rig.suite().summarizer().put(summary.written());
        GroupWeek garden = build(true).groups().getFirst();
        assertThat(garden.decisions()).hasSize(5);
        assertThat(garden.moreDecisions()).isEqualTo(35);
        assertThat(garden.actionItems()).hasSize(8);
        assertThat(garden.moreActionItems()).isEqualTo(32);
        assertThat(garden.decisions()).extracting(Statement::text).contains("Decision 0");
    }

    @Test
    void daysThatShouldHaveASummaryAndHaveNoneAreCounted() {
        week();
        // three messages are too few to be summarised
        rig.suite().store().said(GARDEN, MONDAY.plusDays(1), 9, 3);
        rig.suite()
                .summarizer()
                .put(Summaries.of(GARDEN, MONDAY).overview("Said.", "M1").written())
                .put(Summaries.of(GARDEN, SUNDAY)
                        .overview("So far.", "M1")
                        .soFar()
                        .written());
        assertThat(build(true).missing()).isEqualTo(1);
        rig.suite().summarizer().wish(GARDEN, false, 1);
        assertThat(build(true).missing()).isZero();
    }

    @Test
    void nobodyKnowsWhatAGroupWantsAndItsDaysAreCounted() {
        week();
        rig.suite().summarizer().wishFails(GARDEN);
        assertThat(build(true).missing()).isEqualTo(2);
    }

    /** Three hundred groups, each with a week of summaries: pages that are read once, and no more than three calls a group. */
    @Test
    void threeHundredGroupsCostThreeCallsEachAtMost() {
        FakeStore store = rig.suite().store();
        Set<String> messages = Set.of("M1", "M2", "M3");
        for (int i = 0; i < 300; i++) {
            String group = "12036300000001%04d@g.us".formatted(i);
            store.group(group, "Group " + i);
            messages.forEach(id -> store.messages().put(group, id, "Ana", Instant.parse("2026-11-16T09:00:00Z"), id));
            MONDAY.minusDays(7).datesUntil(SUNDAY.plusDays(1)).forEach(day -> store.said(group, day, 9, 20));
            // the last day has none yet
            MONDAY.datesUntil(SUNDAY)
                    .forEach(day -> rig.suite()
                            .summarizer()
                            .put(Summaries.of(group, day)
                                    .overview("What was said on " + day, "M1")
                                    .decision("Decided on " + day, "M2")
                                    .task("To be done after " + day, "Ana", "soon", "M3")
                                    .written()));
        }
        WeeklyDigest week = build(true);
        assertThat(week.messages()).isEqualTo(300 * 7 * 20);
        assertThat(week.missing()).isEqualTo(300);
        assertThat(week.groups()).hasSize(300).allSatisfy(group -> {
            assertThat(group.decisions()).hasSize(5);
            assertThat(group.moreDecisions()).isEqualTo(1);
            assertThat(group.actionItems()).hasSize(6);
            assertThat(group.decisions().getFirst().citations().getFirst().sender())
                    .isEqualTo("Ana");
        });
        Map<String, Integer> calls = new HashMap<>();
        rig.suite().calls().stream()
                .filter(call -> call.contains("@g.us"))
                .forEach(call -> calls.merge(call.replaceFirst(".*?(\\d+@g\\.us).*", "$1"), 1, Integer::sum));
        assertThat(calls)
                .hasSize(300)
                .allSatisfy((group, count) -> assertThat(count).isLessThanOrEqualTo(3));
        assertThat(rig.suite().calls())
                .filteredOn(call -> !call.contains("@g.us"))
                .as("pages of summaries, one of groups, one of gaps")
                .hasSizeLessThanOrEqualTo(18 + 2);
    }
}
