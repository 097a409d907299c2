package groupwatch.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groupwatch.report.plan.ReportRows;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

class ReportRowsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void noReports() {
        Asked.removeAll();
    }

    @Test
    void aReportThatIsDueIsToldOfWithWhatWasToldBeforeWhichNeverMovesBack() {
        UUID id = Asked.id(Asked.made(Asked.admin(), Asked.daily()));
        ReportRows rows = RunningPlans.get(ReportRows.class);
        Instant now = RunningPlans.clock().instant();
        rows.reschedule(id, now.minusSeconds(60)).block(PATIENCE);
        rows.toldUntil(id, now).then(rows.toldUntil(id, now.minusSeconds(10))).block(PATIENCE);
        var due = rows.lockDue(now, 10).collectList().block(PATIENCE);
        assertThat(due).singleElement().satisfies(one -> {
            assertThat(one.report().id()).isEqualTo(id);
            assertThat(one.dueAt()).isBefore(now);
            assertThat(one.previousUntil()).isCloseTo(now, within(1, ChronoUnit.MILLIS));
        });
        rows.reschedule(id, null).block(PATIENCE);
        assertThat(rows.lockDue(now, 10).collectList().block(PATIENCE)).isEmpty();
    }

    @Test
    void whatOneHasLockedOthersPassOver() {
        ReportRows rows = RunningPlans.get(ReportRows.class);
        TransactionalOperator transaction = RunningPlans.get(TransactionalOperator.class);
        Instant now = RunningPlans.clock().instant();
        for (String name : List.of("First", "Second", "Third")) {
            UUID id = Asked.id(Asked.made(Asked.admin(), Asked.daily("name", name)));
            rows.reschedule(id, now.minusSeconds(60)).block(PATIENCE);
        }
        Mono<List<UUID>> others = Mono.defer(() -> transaction.transactional(ids(rows, now)));
        List<List<UUID>> both = transaction
                .transactional(rows.lockDue(now, 2)
                        .map(due -> due.report().id())
                        .collectList()
                        // outside of this transaction
                        .flatMap(mine ->
                                others.contextWrite(context -> Context.empty()).map(theirs -> List.of(mine, theirs))))
                .block(PATIENCE);
        assertThat(both.get(0)).hasSize(2);
        assertThat(both.get(1)).hasSize(1).doesNotContainAnyElementsOf(both.get(0));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aReportThatCannotBeReadIsPutOffAndLoggedAndTheOthersAreTold(CapturedOutput output) {
        ReportRows rows = RunningPlans.get(ReportRows.class);
        Instant now = RunningPlans.clock().instant();
        UUID gone = Asked.id(Asked.made(Asked.admin(), Asked.daily("name", "Gone")));
        UUID other = Asked.id(Asked.made(Asked.admin(), Asked.daily("name", "Other")));
        Instant due = now.minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        rows.reschedule(gone, due).block(PATIENCE);
        rows.reschedule(other, now.minusSeconds(60)).block(PATIENCE);
        zone(gone, "Nowhere/Gone");

        TransactionalOperator transaction = RunningPlans.get(TransactionalOperator.class);
        assertThat(transaction.transactional(ids(rows, now)).block(PATIENCE)).containsExactly(other);
        assertThat(output).containsOnlyOnce("Report " + gone + " is due and cannot be read");

        rows.reschedule(other, null).block(PATIENCE);
        assertThat(ids(rows, now).block(PATIENCE)).isEmpty();
        zone(gone, "Europe/Lisbon");
        var later = rows.lockDue(now.plus(1, ChronoUnit.DAYS), 10).collectList().block(PATIENCE);
        assertThat(later).singleElement().satisfies(one -> {
            assertThat(one.report().id()).isEqualTo(gone);
            assertThat(one.dueAt()).isAfter(now).isBeforeOrEqualTo(now.plus(1, ChronoUnit.DAYS));
            assertThat(one.dueAt().minus(4, ChronoUnit.DAYS)).isEqualTo(due);
        });
    }

    private static void zone(UUID id, String zone) {
        RunningPlans.get(DatabaseClient.class)
                .sql("UPDATE reports SET zone = $2 WHERE id = $1")
                .bind(0, id)
                .bind(1, zone)
                .fetch()
                .rowsUpdated()
                .block(PATIENCE);
    }

    private static Mono<List<UUID>> ids(ReportRows rows, Instant now) {
        return rows.lockDue(now, 10).map(due -> due.report().id()).collectList();
    }
}
