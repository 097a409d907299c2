package groupwatch.summary.ask.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.summary.ask.testing.Talk;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What is not found, and how much at most. */
class FindBoundsTest extends Finding {

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
    void aStoreThatTakesTooLongIsSaidInTime() {
        store.takes = Duration.ofHours(1);

        StepVerifier.withVirtualTime(() -> find.find(wanted(ANYBODY, "plumber", List.of(), null, List.of()), ROOM))
                .thenAwait(Duration.ofSeconds(20))
                .expectError(ServiceUnavailableException.class)
                .verify(Duration.ofSeconds(60));
    }

    @Test
    void aStoreThatIsAwayIsSaid() {
        store.away = true;

        assertThatThrownBy(() -> found("plumber")).isInstanceOf(ServiceUnavailableException.class);
    }
}
