package groupwatch.report.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.report.content.Citation;
import groupwatch.report.content.Coverage;
import groupwatch.report.content.DailySummary;
import groupwatch.report.content.DailySummary.GroupDay;
import groupwatch.report.content.DailySummary.MissingSummary;
import groupwatch.report.content.TopSender;
import groupwatch.report.plan.ReportType;
import groupwatch.report.schedule.Period;
import groupwatch.report.testing.Summaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class DailyReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Period PERIOD = ReportRig.period(DAY, DAY);
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String GARDEN = "120363000000000001@g.us";
    private static final String CHOIR = "120363000000000002@g.us";
    private static final String SCHOOL = "120363000000000003@g.us";

    private final ReportRig rig = new ReportRig(
            null, "groupwatch.report.summaries.patience=3s", "groupwatch.report.summarizer.answer-timeout=2s");

    @AfterEach
    void stop() {
        rig.close();
    }

    private void garden() {
        rig.suite().store().group(GARDEN, "Garden").said(GARDEN, DAY, 9, 12).said(GARDEN, DAY, 18, 30);
        rig.suite()
                .store()
                .said(GARDEN, DAY.minusDays(1), 8, 21)
                .sender(GARDEN, "Ana", 28)
                .sender(GARDEN, "Bruno", 14);
        rig.suite()
                .store()
                .messages()
                .put(GARDEN, "M1", "Ana", NOON, "The water is off on Friday")
                .put(GARDEN, "M2", "5511999990002", NOON.plusSeconds(60), "I bring the hose");
        rig.suite()
                .summarizer()
                .put(Summaries.of(GARDEN, DAY)
                        .overview("The water will be off.", "M1", "GONE")
                        .topic("Water", "Bruno brings a hose.", "M2")
                        .task("Bring the hose", "Bruno", "Friday", "M2")
                        .written());
    }

    private DailySummary build(boolean asking, String... groups) {
        return rig.build(
                DailySummary.class, ReportRig.report(ReportType.DAILY_SUMMARY, Set.of(groups)), PERIOD, asking);
    }

    @Test
    void aDayIsToldInFiguresAndSentencesWithWhoSaidWhatTheyRestOn() {
        garden();
        DailySummary day = build(true);
        assertThat(day.messages()).isEqualTo(42);
        assertThat(day.previous()).isEqualTo(21);
        assertThat(day.watched()).isEqualTo(1);
        assertThat(day.byHour()).hasSize(24);
        assertThat(day.byHour().get(9)).isEqualTo(12);
        assertThat(day.byHour().get(18)).isEqualTo(30);
        assertThat(day.groups()).singleElement().satisfies(group -> {
            assertThat(group.group().name()).isEqualTo("Garden");
            assertThat(group.messages()).isEqualTo(42);
            assertThat(group.missing()).isNull();
            assertThat(group.topSenders()).extracting(TopSender::name).containsExactly("Ana", "Bruno");
            assertThat(group.summarised().extractive()).isFalse();
            assertThat(group.summarised().overview().getFirst().citations())
                    .containsExactly(new Citation("M1", "Ana", NOON), new Citation("GONE", null, null));
            assertThat(group.summarised()
                            .topics()
                            .getFirst()
                            .points()
                            .getFirst()
                            .citations())
                    .containsExactly(new Citation("M2", "5511999990002", NOON.plusSeconds(60)));
            assertThat(group.summarised().actionItems().getFirst())
                    .returns("Bruno", task -> task.who())
                    .returns("Friday", task -> task.due());
        });
        assertThat(day.coverage()).isEqualTo(Coverage.WHOLE);
    }

    @Test
    void withoutStatisticsThereAreNoPeopleAndNoHours() {
        garden();
        DailySummary day = rig.build(
                DailySummary.class,
                ReportRig.report(ReportType.DAILY_SUMMARY, Set.of(), false, List.of()),
                PERIOD,
                true);
        assertThat(day.byHour()).isEmpty();
        assertThat(day.groups().getFirst().topSenders()).isEmpty();
        assertThat(day.groups().getFirst().messages()).isEqualTo(42);
    }

    @Test
    void onlyTheGroupsOfTheReportAreAskedAbout() {
        garden();
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 100);
        rig.suite()
                .summarizer()
                .put(Summaries.of(CHOIR, DAY).overview("Sung.", "C1").written());
        DailySummary day = build(true, GARDEN);
        assertThat(day.messages()).isEqualTo(42);
        assertThat(day.watched()).isEqualTo(1);
        assertThat(day.groups()).extracting(group -> group.group().jid()).containsExactly(GARDEN);
        assertThat(rig.suite().calls()).noneMatch(call -> call.contains(CHOIR));
    }

    @Test
    void whatIsUrgentComesFirstThenWhatIsToBeDoneThenWhatIsMuch() {
        garden();
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 1000);
        rig.suite()
                .summarizer()
                .put(Summaries.of(CHOIR, DAY)
                        .overview("Sung.", "C1")
                        .extractive()
                        .written());
        rig.suite().store().group(SCHOOL, "School").said(SCHOOL, DAY, 9, 2);
        rig.suite()
                .summarizer()
                .put(Summaries.of(SCHOOL, DAY).urgent("A child is lost.", "S1").written());
        DailySummary day = build(true);
        assertThat(day.groups()).extracting(group -> group.group().name()).containsExactly("School", "Garden", "Choir");
        assertThat(day.groups().getLast().summarised().extractive()).isTrue();
    }

    @Test
    void aMissingSummaryIsAskedForAndAwaited() {
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 50);
        rig.suite()
                .summarizer()
                .put(Summaries.of(CHOIR, DAY)
                        .overview("Until noon.", "C1")
                        .soFar()
                        .written())
                .delays(CHOIR, 1)
                .writes(Summaries.of(CHOIR, DAY).overview("Sung.", "C1").written());
        GroupDay group = build(true).groups().getFirst();
        assertThat(group.missing()).isNull();
        assertThat(group.summarised().overview().getFirst().text()).isEqualTo("Sung.");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void whatIsNotReadyInTimeIsNamed() {
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 50);
        assertThat(missing(build(true))).isEqualTo(MissingSummary.NOT_READY);
        assertThat(asked()).isBetween(2, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500, 429, 200})
    @ExtendWith(OutputCaptureExtension.class)
    void oneGroupAtWhichTheSummarizerFailsKeepsNoReportBack(int status, CapturedOutput output) {
        garden();
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 50);
        if (status == 200) {
            rig.suite().summarizer().breaks(CHOIR);
        } else {
            rig.suite().summarizer().fails(CHOIR, status, null);
        }
        DailySummary day = build(true);
        assertThat(day.groups()).extracting(GroupDay::missing).containsOnly(null, MissingSummary.NOT_READY);
        assertThat(asked()).isEqualTo(1);
        assertThat(output).doesNotContain("SECRET").containsOnlyOnce("goes without the summary of 2026-11-25");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 429})
    void aFailureThatCanPassIsWaitedFor(int status) {
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 50);
        rig.suite()
                .summarizer()
                .fails(CHOIR, status, "1")
                .writes(Summaries.of(CHOIR, DAY).overview("Sung.", "C1").written());
        assertThat(build(true).groups().getFirst().missing()).isNull();
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aSummarizerThatDoesNotAnswerForOneGroupKeepsNoReportBack(CapturedOutput output) {
        garden();
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 50);
        rig.suite().summarizer().hangs(CHOIR);
        assertThat(build(true).groups()).extracting(GroupDay::missing).containsOnly(null, MissingSummary.NOT_READY);
        assertThat(output).containsOnlyOnce("goes without the summary of 2026-11-25");
    }

    @Test
    void whatAGroupWantsIsNotGuessedWhenNobodySaysIt() {
        garden();
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 50);
        rig.suite().summarizer().wishFails(CHOIR);
        assertThat(build(true).groups()).extracting(GroupDay::missing).containsOnly(null, MissingSummary.NOT_READY);
        assertThat(asked()).isZero();
    }

    @Test
    void nobodyIsAskedWhereAskingIsNotWanted() {
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 50);
        assertThat(missing(build(false))).isEqualTo(MissingSummary.NOT_READY);
        assertThat(asked()).isZero();
    }

    @Test
    void aSpentBudgetIsNamedAndNotWaitedFor() {
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 50);
        rig.suite().summarizer().isSpent(CHOIR);
        assertThat(missing(build(true))).isEqualTo(MissingSummary.BUDGET_SPENT);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void whatNobodyWantsSummarisedIsNotAskedFor() {
        rig.suite()
                .store()
                .group(CHOIR, "Choir")
                .said(CHOIR, DAY, 9, 4)
                .group(SCHOOL, "School")
                .said(SCHOOL, DAY, 9, 400);
        rig.suite().summarizer().wish(SCHOOL, false, 1);
        assertThat(build(true).groups()).extracting(GroupDay::missing).containsOnly(MissingSummary.NOT_WANTED);
        assertThat(asked()).isZero();
    }

    @Test
    void aSummaryInWhichNothingIsLeftIsWithdrawn() {
        rig.suite()
                .store()
                .group(CHOIR, "Choir")
                .said(CHOIR, DAY, 9, 50)
                .group(SCHOOL, "School")
                .said(SCHOOL, DAY, 9, 50);
        rig.suite()
                .summarizer()
                .put(Summaries.of(CHOIR, DAY).written())
                .saysNothing(CHOIR, DAY)
                .put(Summaries.of(SCHOOL, DAY).written())
                .writes(Summaries.of(SCHOOL, DAY)
                        .overview("What is left.", "S1")
                        .written());
        DailySummary day = build(true);
        assertThat(day.groups()).extracting(GroupDay::missing).containsExactly(MissingSummary.WITHDRAWN, null);
        assertThat(missing(build(false))).isEqualTo(MissingSummary.WITHDRAWN);
    }

    @Test
    void groupsThatUsuallyHaveMessagesAreNamedWhenTheyAreSilent() {
        rig.suite()
                .store()
                .group(CHOIR, "Choir")
                .lastActivity(CHOIR, NOON.minusSeconds(2 * 86_400))
                .group(SCHOOL, "School")
                .group(GARDEN, "Garden")
                .switchedOff(GARDEN);
        DAY.minusDays(56).datesUntil(DAY.minusDays(1)).forEach(day -> {
            rig.suite().store().said(CHOIR, day, 9, 12).said(GARDEN, day, 9, 12);
            rig.suite().store().said(SCHOOL, day, 9, 2);
        });
        DailySummary day = build(true);
        assertThat(day.groups()).isEmpty();
        assertThat(day.watched()).isEqualTo(2);
        assertThat(day.silent()).singleElement().satisfies(silent -> {
            assertThat(silent.group().name()).isEqualTo("Choir");
            assertThat(silent.days()).isEqualTo(2);
            assertThat(silent.usual()).isEqualTo(12);
            assertThat(silent.lastMessageAt()).isEqualTo(NOON.minusSeconds(2 * 86_400));
        });
    }

    @Test
    void gapsAreToldAsFarAsTheyAreKnown() {
        garden();
        rig.suite().coverage("""
                {"items": [
                    {"account": "norte", "group": "%1$s", "day": "2026-11-25", "filledIn": 14, "missing": 2,
                     "down": [{"from": "2026-11-25T02:10:00Z", "to": "2026-11-25T03:40:00Z"}]},
                    {"account": "norte", "group": "%2$s", "day": "2026-11-25", "filledIn": 100},
                    {"account": "norte", "day": "2026-11-25",
                     "down": [{"from": "2026-11-25T02:10:00Z", "to": "2026-11-25T03:40:00Z"}, {"from": "2026-11-25T23:00:00Z"}]},
                    {"account": "norte", "day": "2026-11-24", "missing": 7},
                    {}
                ]}
                """.formatted(GARDEN, CHOIR));
        Coverage coverage = build(true, GARDEN).coverage();
        assertThat(coverage.filledIn()).isEqualTo(14);
        assertThat(coverage.missing()).isEqualTo(2);
        assertThat(coverage.down())
                .containsExactly(
                        new Coverage.Down(
                                "norte", Instant.parse("2026-11-25T02:10:00Z"), Instant.parse("2026-11-25T03:40:00Z")),
                        new Coverage.Down("norte", Instant.parse("2026-11-25T23:00:00Z"), PERIOD.until()));
    }

    @Test
    void aWatchdogThatIsAwayOrTalksNonsenseKeepsNoReportBack() {
        garden();
        rig.suite().away("watchdog", true);
        assertThat(build(true).coverage()).isEqualTo(Coverage.WHOLE);
        rig.suite().away("watchdog", false);
        rig.suite().coverage("[{\"items\": 3}]");
        assertThat(build(true).coverage()).isEqualTo(Coverage.WHOLE);
    }

    @Test
    void aServiceThatIsAwayIsSaidSo() {
        garden();
        for (String service : List.of("store", "summarizer")) {
            rig.suite().away(service, true);
            assertThatThrownBy(() -> build(true))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining(service.equals("store") ? "message store" : "summarizer");
            rig.suite().away(service, false);
        }
        assertThat(build(true).messages()).isEqualTo(42);
    }

    @Test
    void manyCitationsAreResolvedInPortions() {
        rig.suite().store().group(CHOIR, "Choir").said(CHOIR, DAY, 9, 250);
        Summaries summary = Summaries.of(CHOIR, DAY);
        for (int i = 0; i < 250; i++) {
            String id = "3EB0%028d".formatted(i);
            rig.suite().store().messages().put(CHOIR, id, "Ana", NOON.plusSeconds(i), "word");
            summary.overview("Sentence " + i, id);
        }
        rig.suite().summarizer().put(summary.written());
        GroupDay group = build(true).groups().getFirst();
        assertThat(group.summarised().overview())
                .hasSize(250)
                .allSatisfy(
                        said -> assertThat(said.citations().getFirst().sender()).isEqualTo("Ana"));
        assertThat(rig.suite().calls())
                .filteredOn(call -> call.contains("/messages?ids="))
                .hasSize(3);
    }

    private static MissingSummary missing(DailySummary day) {
        GroupDay group = day.groups().getFirst();
        assertThat(group.summarised()).isNull();
        return group.missing();
    }

    private int asked() {
        return (int) rig.suite().calls().stream()
                .filter(call -> call.startsWith("POST /summarize/"))
                .count();
    }
}
