package groupwatch.summary.ask.find;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.summary.ask.testing.Talk;
import groupwatch.summary.ask.when.Period;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindMessagesTest extends Finding {

    @Test
    void findsByWordsWithWhatWasSaidAround() {
        Found found = found("What about the plumber?");

        assertThat(ids(found)).startsWith("F4", "F1", "F2", "F3");
        assertThat(found.hits()).isEqualTo(2);
        assertThat(found.sources().get(1).hit()).isTrue();
        assertThat(found.sources().get(2).hit()).isFalse();
        assertThat(found.words()).containsExactly("plumber");
        assertThat(found.period()).isNull();
    }

    @Test
    void looksOnlyInTheTimeThatIsNamed() {
        Found found = found("What was said yesterday about the plumber?");

        assertThat(ids(found)).containsExactly("F1", "F2", "F3");
        assertThat(found.period())
                .isEqualTo(
                        new Period(Instant.parse("2026-03-16T23:00:00Z"), Instant.parse("2026-03-17T23:00:00Z"), true));
    }

    @Test
    void nothingOfAnotherDayStandsBesideIt() {
        store.said(
                Talk.of(SHOP, "N1", "2026-03-16T22:58:00Z", "Carla", "Good night"),
                Talk.of(SHOP, "N2", "2026-03-16T23:02:00Z", "Dario", "The oven is still on"));

        assertThat(ids(found("Who spoke of the oven yesterday?")))
                .contains("N2")
                .doesNotContain("N1");
        assertThat(ids(found("Who spoke of the oven?"))).contains("N2", "N1");
    }

    @Test
    void whatIsTodayMayHaveBeenSaidBefore() {
        Found found = found("Is the plumber here today?");

        assertThat(found.widened()).isTrue();
        assertThat(ids(found)).contains("F1");
    }

    @Test
    void findsAllOfATimeWhenNothingElseIsAsked() {
        Found found = found("What happened yesterday?");

        assertThat(ids(found)).containsExactly("F1", "F2", "F3");
        assertThat(store.queries).isEmpty();
    }

    @Test
    void findsOtherFormsOfAWord() {
        assertThat(ids(found("Which shelf budget is it?"))).contains("S1");
    }

    @Test
    void findsWhatSomebodySaidByTheirName() {
        Found found = found("What did ana say about shelves?");

        assertThat(store.queries.getFirst()).startsWith("from:\"ana\"").contains("shelves");
        assertThat(found.sources().stream()
                        .filter(Source::hit)
                        .max(Comparator.comparingDouble(Source::score))
                        .map(source -> source.line().id()))
                .contains("S2");
    }

    @Test
    void looksOnlyInTheGroupThatIsNamed() {
        Found found = found("What is new in Loja Norte about shelves or the plumber?");

        assertThat(found.groups()).extracting(group -> group.jid()).containsExactly(SHOP);
        assertThat(ids(found)).containsOnly("S1", "S2");
        assertThat(store.queries).allMatch(query -> query.contains("in:" + SHOP));
    }

    @Test
    void looksOnlyInTheGroupsThatWereSaid() {
        Found found = find(wanted(ANYBODY, "plumber shelves", List.of(FAMILY), null, List.of()));

        assertThat(ids(found)).isNotEmpty().allMatch(id -> id.startsWith("F"));
        assertThat(found.everywhere()).isFalse();
    }

    @Test
    void aDayThatMayLieAheadIsOnlyPreferred() {
        Found found = found("Who comes on Friday, the plumber?");

        // on the last Friday nothing was said of it: what was said at other times is told
        assertThat(ids(found)).contains("F1");
        assertThat(found.widened()).isTrue();
        assertThat(found.period()).isNull();
    }

    @Test
    void aPeriodBesideTheQuestionIsMeantStrictly() {
        Period february =
                new Period(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"), true);

        assertThat(ids(find(wanted(ANYBODY, "plumber", List.of(), february, List.of()))))
                .containsExactly("F4");
    }

    @Test
    void theNewestAreThereWhenNoWordIsFound() {
        Found found = found("Idraulico?");

        assertThat(found.hits()).isZero();
        assertThat(ids(found)).contains("F1", "S1").doesNotContain("F4");
    }

    @Test
    void aShortQuestionGoesOnFromTheOneBefore() {
        Found found = find(wanted(
                ANYBODY,
                "And what did Bruno say?",
                List.of(),
                null,
                List.of("What was said yesterday about the plumber?")));

        assertThat(found.words()).contains("plumber");
        assertThat(ids(found)).contains("F2").doesNotContain("F4");
    }
}
