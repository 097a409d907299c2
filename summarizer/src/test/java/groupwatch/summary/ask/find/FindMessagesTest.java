package groupwatch.summary.ask.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.summary.ask.testing.FakeStore;
import groupwatch.summary.ask.testing.Talk;
import groupwatch.summary.ask.when.Period;
import groupwatch.summary.ask.words.Tongue;
import groupwatch.summary.store.StoreUnavailableException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindMessagesTest {

    private static final String FAMILY = "120363000000000101@g.us";
    private static final String SHOP = "120363000000000102@g.us";
    private static final Instant NOW = Instant.parse("2026-03-18T14:30:00Z");
    private static final Caller ANYBODY = new Caller("reader", Set.of("ask"), null);
    private static final int ROOM = 8000;

    private final FakeStore store = new FakeStore();
    private final FindMessages find =
            new FindMessages(store, new FindScope(store), new Neighbours(store), new Newest(store));

    @BeforeEach
    void people() {
        store.group(FAMILY, "Família Souza").group(SHOP, "Loja Norte");
        store.said(
                Talk.of(FAMILY, "F1", "2026-03-17T09:00:00Z", "Ana Souza", "The plumber comes on Friday at nine"),
                Talk.of(FAMILY, "F2", "2026-03-17T09:01:00Z", "Bruno", "Who lets him in?"),
                Talk.of(FAMILY, "F3", "2026-03-17T09:05:00Z", "Ana Souza", "I do")
                        .answering("F2", "Who lets him in?"),
                Talk.of(FAMILY, "F4", "2026-02-10T12:00:00Z", "Bruno", "The last plumber was too expensive"),
                Talk.of(SHOP, "S1", "2026-03-18T08:00:00Z", "Carla", "Budgets for the new shelves are due"),
                Talk.of(SHOP, "S2", "2026-03-16T08:00:00Z", "Ana Souza", "The shelves cost 900"));
    }

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
                        .max(java.util.Comparator.comparingDouble(Source::score))
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
    void aGroupOfOthersIsNotThere() {
        Caller limited = new Caller("limited", Set.of("ask"), Set.of(FAMILY));

        assertThatThrownBy(() -> find(wanted(limited, "shelves", List.of(SHOP), null, List.of())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status().value()).isEqualTo(404));
        assertThatThrownBy(() -> find(wanted(ANYBODY, "x", List.of("120363000000000999@g.us"), null, List.of())))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void asksForTheCallersGroupsOnly() {
        Caller limited = new Caller("limited", Set.of("ask"), Set.of(FAMILY));

        Found found = find(wanted(limited, "shelves plumber", List.of(), null, List.of()));

        assertThat(ids(found)).isNotEmpty().allMatch(id -> id.startsWith("F"));
        assertThat(store.callers).allMatch(limited::equals);
    }

    @Test
    void whoSeesNoGroupFindsNothing() {
        Found found =
                find(wanted(new Caller("nobody", Set.of("ask"), Set.of()), "plumber", List.of(), null, List.of()));

        assertThat(found.isNothing()).isTrue();
        assertThat(store.queries).isEmpty();
    }

    @Test
    void whatWasRevokedIsNotFoundNorQuoted() {
        store.said(
                Talk.of(FAMILY, "R1", "2026-03-17T10:00:00Z", "Bruno", "The plumber is a thief")
                        .taken(),
                Talk.of(FAMILY, "R2", "2026-03-17T10:01:00Z", "Ana Souza", "That plumber? Never")
                        .answering("R1", "The plumber is a thief"));

        Found found = found("What about the plumber?");

        assertThat(ids(found)).contains("R2").doesNotContain("R1");
        assertThat(found.sources()).noneMatch(source -> source.line().toString().contains("thief"));
    }

    @Test
    void whatWasEditedIsFoundInItsLastForm() {
        Talk first = Talk.of(FAMILY, "E1", "2026-03-15T10:00:00Z", "Bruno", "The party is at seven");
        store.said(
                first.corrected("The party is at eight"),
                Talk.of(FAMILY, "E2", "2026-03-16T10:00:00Z", "Ana Souza", "Good, that party suits me")
                        .answering("E1", "The party is at seven"));

        Found found = found("When is the party?");

        assertThat(ids(found)).contains("E1", "E2");
        assertThat(found.sources()).noneMatch(source -> source.line().toString().contains("seven"));
    }

    @Test
    void whatWasAnsweredIsFetchedAsItIsNow() {
        store.said(
                Talk.of(FAMILY, "Q1", "2026-03-01T10:00:00Z", "Bruno", "Shall we take the blue ones?"),
                Talk.of(FAMILY, "Q2", "2026-03-14T10:00:00Z", "Ana Souza", "Yes, tiles in that colour")
                        .answering("Q1", "Shall we take the red ones?"));

        assertThat(ids(found("Which tiles?"))).contains("Q1", "Q2");
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

    @Test
    void whatDoesNotFitIsLeftOutTheBestStay() {
        for (int i = 0; i < 300; i++) {
            store.said(Talk.of(
                    SHOP,
                    "X" + i,
                    NOW.minusSeconds(3600 + i).toString(),
                    "Dario",
                    "Small talk number " + i + " about nothing at all"));
        }

        Found found = find.find(wanted(ANYBODY, "plumber", List.of(), null, List.of()), 400)
                .block();

        assertThat(found).isNotNull();
        assertThat(ids(found)).contains("F1", "F4").hasSizeLessThan(20);
        assertThat(found.left()).isPositive();
        assertThat(found.sources()).extracting(Source::number).isSorted().startsWith(1);
    }

    @Test
    void askedWordsCannotBeOperators() {
        found("from:me OR in:\"" + SHOP + "\" -plumber NOT (x) \"open quote has:media type:image");

        assertThat(store.queries).isNotEmpty().allSatisfy(query -> {
            assertThat(query).doesNotContain("from:me", "has:", "type:", " -", "(");
            assertThat(query.chars().filter(c -> c == '"').count() % 2).isZero();
        });
    }

    @Test
    void manyGroupsAreNotReadOneByOne() {
        for (int i = 0; i < 60; i++) {
            String jid = "1203630000000010" + (10 + i) + "@g.us";
            store.group(jid, "Group " + i)
                    .said(Talk.of(jid, "M" + i, "2026-03-17T11:00:00Z", "Eva", "Hello from " + i));
        }

        Found found = found("What happened yesterday?");

        assertThat(found.sources()).hasSizeGreaterThan(60);
        assertThat(store.read).isEmpty();
    }

    @Test
    void aStoreThatIsAwayIsSaid() {
        store.away = true;

        assertThatThrownBy(() -> found("plumber")).isInstanceOf(StoreUnavailableException.class);
    }

    private Found found(String question) {
        return find(wanted(ANYBODY, question, List.of(), null, List.of()));
    }

    private Found find(Wanted wanted) {
        return Objects.requireNonNull(find.find(wanted, ROOM).block());
    }

    private static Wanted wanted(
            Caller caller, String question, List<String> groups, @Nullable Period period, List<String> earlier) {
        return new Wanted(
                caller, question, earlier, groups, period, ZoneId.of("Europe/Berlin"), NOW, Tongue.guess(question));
    }

    private static List<String> ids(Found found) {
        return found.sources().stream().map(source -> source.line().id()).toList();
    }
}
