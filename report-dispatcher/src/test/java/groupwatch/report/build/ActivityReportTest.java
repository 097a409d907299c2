package groupwatch.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.content.ActivityAlert;
import groupwatch.report.content.ActivityAlert.Unusual;
import groupwatch.report.content.GroupRef;
import groupwatch.report.plan.ReportType;
import groupwatch.report.schedule.Period;
import groupwatch.report.testing.FakeStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Period PERIOD = ReportRig.period(DAY, DAY);
    private static final String SILENT = "120363000000000001@g.us";
    private static final String LOUD = "120363000000000002@g.us";
    private static final String USUAL = "120363000000000003@g.us";
    private static final String OFF = "120363000000000004@g.us";
    private static final Instant LAST = Instant.parse("2026-11-24T09:30:00Z");

    private final ReportRig rig = new ReportRig(null);

    @AfterEach
    void stop() {
        rig.close();
    }

    private ActivityAlert build(Set<String> groups) {
        return rig.build(ActivityAlert.class, ReportRig.report(ReportType.ACTIVITY_ALERT, groups), PERIOD, true);
    }

    @Test
    void groupsThatFellSilentOrBecameLoudAreNamedWithTheirOwnFigures() {
        FakeStore store = rig.suite().store();
        store.group(SILENT, "Silent").lastActivity(SILENT, LAST).group(LOUD, "Loud");
        store.group(USUAL, null).group(OFF, "Off").switchedOff(OFF);
        DAY.minusDays(56).datesUntil(DAY).forEach(day -> {
            store.said(SILENT, day, 9, 40).said(LOUD, day, 9, 10);
            store.said(USUAL, day, 9, 40).said(OFF, day, 9, 40);
        });
        store.said(SILENT, DAY, 9, 3).said(LOUD, DAY, 9, 90).said(USUAL, DAY, 9, 41);
        // today is none of its business, but for who was heard of since
        store.said(SILENT, DAY.plusDays(1), 9, 40)
                .lastActivity(LOUD, PERIOD.until().plusSeconds(9));

        ActivityAlert alert = build(Set.of());

        assertThat(alert.silent()).containsExactly(new Unusual(new GroupRef(SILENT, "Silent"), 3, 40, 1, LAST));
        assertThat(alert.loud()).containsExactly(new Unusual(new GroupRef(LOUD, "Loud"), 90, 10, 1, null));
        assertThat(alert.watched()).isEqualTo(3);
        assertThat(alert.isEmpty()).isFalse();
        assertThat(rig.suite().calls())
                .filteredOn(call -> call.contains("/stats"))
                .hasSize(3);
    }

    @Test
    void whereEverythingIsUsualThereIsNothingToSay() {
        FakeStore store = rig.suite().store();
        store.group(USUAL, "Usual").group(LOUD, "Loud");
        DAY.minusDays(56).datesUntil(DAY.plusDays(1)).forEach(day -> store.said(USUAL, day, 9, 40));
        store.said(LOUD, DAY, 9, 4000);
        assertThat(build(Set.of(USUAL)).isEmpty()).isTrue();
        // a group that begins is no alarm
        assertThat(build(Set.of()).isEmpty()).isTrue();
    }
}
