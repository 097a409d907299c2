package groupwatch.report.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.KeywordAlert.Found;
import groupwatch.report.content.KeywordAlert.Hit;
import groupwatch.report.content.ReportContent;
import groupwatch.report.plan.ReportType;
import groupwatch.report.plan.Search;
import groupwatch.report.schedule.Period;
import groupwatch.report.testing.FakeMessages;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@WithPostgres
class KeywordReportIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String GARDEN = "120363000000000001@g.us";
    private static final String CHOIR = "120363000000000002@g.us";
    private static final Search PUMP = new Search("The pump", "pump");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static TestDatabase database;
    private static ReportRig rig;

    private FakeMessages messages;

    @BeforeAll
    static void start() {
        database = ReportRig.database();
        rig = new ReportRig(database);
    }

    @BeforeEach
    void groups() {
        ReportRig.putReport(database);
        messages = rig.suite()
                .store()
                .group(GARDEN, "Garden")
                .group(CHOIR, "Choir")
                .messages();
        rig.suite().away("store", false);
        rig.suite().forgetCalls();
    }

    @AfterEach
    void forget() {
        messages.clear();
        database.execute("DELETE FROM reports");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private KeywordAlert build(Period period, Set<String> groups, Search... searches) {
        return rig.build(
                KeywordAlert.class,
                ReportRig.report(ReportType.KEYWORD_ALERT, groups, true, List.of(searches)),
                period,
                true);
    }

    /** A run that is kept. */
    private KeywordAlert run(LocalDate day, Search... searches) {
        Period period = ReportRig.period(day, day);
        KeywordAlert alert = build(period, Set.of(), searches);
        rig.get(ToldHits.class)
                .mark(ReportRig.report(ReportType.KEYWORD_ALERT, Set.of()).id(), alert, period.until())
                .block(PATIENCE);
        return alert;
    }

    private static List<String> ids(KeywordAlert alert) {
        return alert.searches().stream()
                .flatMap(found -> found.hits().stream())
                .map(Hit::message)
                .toList();
    }

    @Test
    void aHitIsToldWithItsWordsMarkedOnOneLine() {
        messages.put(GARDEN, "M1", "Ana", NOON, "Who has\nthe key of the PUMP house?");
        Hit hit = run(DAY, PUMP).searches().getFirst().hits().getFirst();
        assertThat(hit.group().name()).isEqualTo("Garden");
        assertThat(hit.sender()).isEqualTo("Ana");
        assertThat(hit.sentAt()).isEqualTo(NOON);
        assertThat(hit.excerpt()).isEqualTo("Who has the key of the PUMP house?");
        assertThat(hit.marks())
                .singleElement()
                .satisfies(mark -> assertThat(hit.excerpt().substring(mark.start(), mark.end()))
                        .isEqualTo("PUMP"));
    }

    @Test
    void whatIsKeptOfARunIsReadAgain() {
        messages.put(GARDEN, "M1", "Ana", NOON, "pump");
        KeywordAlert alert = run(DAY, PUMP, new Search("Wrong", "type:telegram"));
        JsonMapper mapper = JsonMapper.shared();
        assertThat(mapper.readValue(mapper.writeValueAsString(alert), ReportContent.class))
                .isEqualTo(alert);
    }

    @Test
    void whatIsFoundInADocumentIsToldFromIt() {
        messages.put(GARDEN, "M1", "Ana", NOON, "bill.pdf").document(GARDEN, "M1", "Repair of a pump: 80 euros");
        assertThat(run(DAY, PUMP).searches().getFirst().hits().getFirst().excerpt())
                .isEqualTo("Repair of a pump: 80 euros");
    }

    @Test
    void theFirstRunTellsOfItsPeriodAloneAndNothingIsToldTwice() {
        messages.put(GARDEN, "BEFORE", "Ana", NOON.minus(Duration.ofDays(2)), "pump")
                .put(GARDEN, "M1", "Ana", NOON, "pump")
                .put(CHOIR, "M2", "Ana", NOON.plusSeconds(1), "the pump")
                .put(GARDEN, "AFTER", "Ana", NOON.plus(Duration.ofDays(1)), "pump");
        assertThat(ids(run(DAY, PUMP))).containsExactly("M2", "M1");
        assertThat(ids(run(DAY.plusDays(1), PUMP))).containsExactly("AFTER");
        assertThat(run(DAY.plusDays(2), PUMP).isEmpty()).isTrue();
    }

    @Test
    void whatCameInLateIsToldOnceAlsoWhereNothingWasFoundBefore() {
        assertThat(run(DAY, PUMP).isEmpty()).isTrue();
        messages.put(GARDEN, "LATE", "Ana", NOON, "pump");
        assertThat(ids(run(DAY.plusDays(1), PUMP))).containsExactly("LATE");
        assertThat(run(DAY.plusDays(2), PUMP).isEmpty()).isTrue();
        messages.put(GARDEN, "TOO-LATE", "Ana", NOON.plusSeconds(9), "pump");
        assertThat(run(DAY.plusDays(9), PUMP).isEmpty()).isTrue();
    }

    @Test
    void aRunThatWasNotKeptIsToldAgain() {
        messages.put(GARDEN, "M1", "Ana", NOON, "pump");
        Period period = ReportRig.period(DAY, DAY);
        assertThat(ids(build(period, Set.of(), PUMP))).containsExactly("M1");
        assertThat(ids(build(period, Set.of(), PUMP))).containsExactly("M1");
    }

    @Test
    void anotherQueryIsAnotherSearch() {
        messages.put(GARDEN, "M1", "Ana", NOON, "pump and hose");
        assertThat(ids(run(DAY, PUMP))).containsExactly("M1");
        KeywordAlert second = run(DAY, new Search("The pump", "hose"), PUMP);
        assertThat(second.searches().getFirst().hits()).extracting(Hit::message).containsExactly("M1");
        assertThat(second.searches().getLast().hits()).isEmpty();
    }

    @Test
    void revokedMessagesAndDirectChatsAreNotTold() {
        messages.put(GARDEN, "M1", "Ana", NOON, "pump")
                .put(GARDEN, "M2", "Ana", NOON, "pump")
                .revoked(GARDEN, "M2", NOON.plusSeconds(5))
                .put("5511999990009@s.whatsapp.net", "M3", "Ana", NOON, "pump");
        assertThat(ids(run(DAY, PUMP))).containsExactly("M1");
    }

    @Test
    void aReportOfSomeGroupsFindsInThemAlone() {
        messages.put(GARDEN, "M1", "Ana", NOON, "pump").put(CHOIR, "M2", "Ana", NOON, "pump");
        assertThat(ids(build(ReportRig.period(DAY, DAY), Set.of(CHOIR), PUMP))).containsExactly("M2");
        Set<String> many = IntStream.range(0, 250)
                .mapToObj("12036300000002%04d@g.us"::formatted)
                .collect(Collectors.toSet());
        many.add(GARDEN);
        assertThat(ids(build(ReportRig.period(DAY, DAY), many, PUMP))).containsExactly("M1");
        assertThat(rig.suite().calls())
                .filteredOn(call -> call.contains("/search"))
                .hasSize(1 + 3);
    }

    @Test
    void ofVeryManyHitsTheNewestAreNamedAndTheRestIsCountedAndPassedOver() {
        for (int i = 0; i < 130; i++) {
            messages.put(GARDEN, "M%03d".formatted(i), "Ana", NOON.plusSeconds(i), "pump");
        }
        Found found = run(DAY, PUMP).searches().getFirst();
        assertThat(found.hits()).hasSize(50).first().returns("M129", Hit::message);
        assertThat(found.hits().getLast().message()).isEqualTo("M080");
        assertThat(found.more()).isEqualTo(80);
        assertThat(run(DAY.plusDays(1), PUMP).isEmpty()).isTrue();
        messages.put(GARDEN, "LATE", "Ana", NOON.plusSeconds(500), "pump");
        assertThat(ids(run(DAY.plusDays(2), PUMP))).containsExactly("LATE");
    }

    @Test
    void aQueryThatTheStoreDoesNotTakeIsNamedAndKeepsNoOtherBack() {
        messages.put(GARDEN, "M1", "Ana", NOON, "pump");
        KeywordAlert alert = run(DAY, new Search("Wrong", "pump type:telegram"), PUMP);
        assertThat(alert.searches().getFirst())
                .returns("q, at character 6: type: takes one or more of audio,text", Found::problem);
        assertThat(ids(alert)).containsExactly("M1");
        assertThat(run(DAY, new Search("Wrong", "type:telegram")).isEmpty()).isFalse();
    }

    @Test
    void aQueryAsLongAsCanBeIsLookedForAllTheSame() {
        messages.put(GARDEN, "M1", "Ana", NOON, "pump ".repeat(200))
                .put(GARDEN, "OLD", "Ana", NOON.minus(Duration.ofDays(400)), "pump ".repeat(200));
        assertThat(ids(run(DAY, new Search("Long", "pump ".repeat(200).strip()))))
                .containsExactly("M1");
    }

    @Test
    void theStoreAwayIsSaidSo() {
        rig.suite().away("store", true);
        assertThatThrownBy(() -> run(DAY, PUMP)).isInstanceOf(ServiceUnavailableException.class);
    }

    @Test
    void whatWasToldIsForgottenWhenNoRunLooksBackThatFar() throws Exception {
        messages.put(GARDEN, "M1", "Ana", NOON, "pump");
        run(DAY, PUMP);
        run(DAY.plusDays(20), PUMP);
        assertThat(rows("told_hits")).isEqualTo(1);
        run(DAY.plusDays(40), PUMP);
        assertThat(rows("told_hits")).isZero();
        run(DAY.plusDays(41), new Search("Other", "hose"));
        assertThat(rows("told_searches")).isEqualTo(1);
        database.execute("DELETE FROM reports");
        assertThat(rows("told_searches")).isZero();
    }

    private int rows(String table) throws Exception {
        try (Connection connection = database.connect();
                ResultSet rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
