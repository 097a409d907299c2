package groupwatch.summary.write.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelException;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Length;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.Written;
import groupwatch.summary.write.testing.Days;
import groupwatch.summary.write.testing.KeptInMemory;
import groupwatch.summary.write.testing.ScriptedModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A long day that is not finished at the first attempt. */
class InterruptedDayTest {

    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\[(\\d+)\\] \\d\\d:\\d\\d ");
    private static final Pattern CITES = Pattern.compile("(?m) \\[(\\d+)\\]$");

    /** About six parts of a thousand tokens. */
    private static final WriteSettings SMALL = new WriteSettings(1_000, 1, 500);

    private final Transcript day = day(240);
    private final KeptInMemory drafts = new KeptInMemory();

    @Test
    void goesOnWhereItWas() {
        Written undisturbed = write(well(), day, Drafts.none());
        ScriptedModel failing = failingAt(request -> shows(request, 120));
        assertThatThrownBy(() -> write(failing, day, drafts)).isInstanceOf(ModelException.Unavailable.class);
        int finished = failing.requests().size() - 1;
        assertThat(finished).isBetween(1, undisturbed.parts() - 2);

        ScriptedModel well = well();
        Written written = write(well, day, drafts);

        assertThat(well.requests()).hasSize(undisturbed.calls() - finished);
        assertThat(well.requests()).noneMatch(request -> shows(request, 1));
        // paid for once, by this summary
        assertThat(written).isEqualTo(undisturbed);
        assertThat(written.tokens()).isEqualTo(new TokenCount(1_000L * written.calls(), 100L * written.calls()));
        assertThat(written.cost()).isEqualTo(new BigDecimal("0.01").multiply(BigDecimal.valueOf(written.calls())));
    }

    @Test
    void doesNotReadPartsAgainWhenMergingFails() {
        assertThatThrownBy(() -> write(failingAt(request -> !isRead(request)), day, drafts))
                .isInstanceOf(ModelException.Unavailable.class);
        ScriptedModel well = well();
        write(well, day, drafts);
        assertThat(well.requests()).noneMatch(InterruptedDayTest::isRead).hasSize(1);
    }

    @Test
    void mergesAgainOnlyWhatWasNotMerged() {
        // so many sentences that they are merged in rounds
        Transcript longer = day(1_500);
        ScriptedModel undisturbed = well();
        write(undisturbed, longer, Drafts.none());
        long merges = merges(undisturbed);
        assertThat(merges).isGreaterThan(3);
        int[] merged = {0};
        assertThatThrownBy(() -> write(failingAt(request -> !isRead(request) && ++merged[0] > 2), longer, drafts))
                .isInstanceOf(ModelException.Unavailable.class);
        ScriptedModel well = well();
        write(well, longer, drafts);
        assertThat(well.requests()).noneMatch(InterruptedDayTest::isRead).hasSize((int) merges - 2);
    }

    @Test
    void readsAPartAgainInWhichAMessageChanged() {
        write(failingAt(request -> shows(request, 240)), day, drafts, true);
        int kept = drafts.all().size();
        Transcript edited = with(
                day,
                1,
                line -> Line.of(line.id(), line.at(), line.speaker(), "Something else was said here entirely, so"));

        ScriptedModel well = well();
        write(failingAt(request -> shows(request, 240)), edited, drafts, true);
        assertThat(drafts.all()).hasSize(kept);
        write(well, edited, drafts);
        assertThat(well.requests()).noneMatch(request -> shows(request, 1) || shows(request, 120));
    }

    @Test
    void keepsNothingOfAMessageThatIsGone() {
        write(failingAt(request -> shows(request, 240)), day, drafts, true);
        assertThat(drafts.all()).anyMatch(draft -> cites(draft, "ID1"));
        Transcript revoked = day.with(day.lines().subList(1, day.lines().size()));
        write(failingAt(request -> true), revoked, drafts, true);
        assertThat(drafts.all()).isNotEmpty().noneMatch(draft -> cites(draft, "ID1"));
        // also where so little is left that nothing is kept of the day
        write(failingAt(request -> true), day.with(day.lines().subList(100, 110)), drafts, true);
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void readsEverythingAgainForAnotherWishAndAnotherModel() {
        write(failingAt(request -> !isRead(request)), day, drafts, true);
        ScriptedModel well = well();
        new ModelSummary(well, SMALL, drafts)
                .write(day, new Wish(Locale.ITALIAN, Length.NORMAL))
                .block();
        assertThat(well.requests()).anyMatch(request -> shows(request, 1));
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void forgetsADayThatIsWhole() {
        write(well(), day, drafts);
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void letsPartsThatAreUnderWayFinishAndBeginsNoOthers() {
        ScriptedModel failing = ScriptedModel.answeringSlowly(200_000, request -> {
            if (shows(request, 1)) {
                throw away();
            }
            return answer(request);
        });
        assertThatThrownBy(() -> new ModelSummary(failing, new WriteSettings(1_000, 2, 500), drafts)
                        .write(day, Days.ENGLISH)
                        .block())
                .isInstanceOf(ModelException.Unavailable.class);
        // the second was asked beside the first; none came after
        assertThat(failing.requests().size()).isBetween(2, 3);
        assertThat(drafts.all()).hasSize(failing.requests().size() - 1);
    }

    @Test
    void isWrittenAlthoughNothingCanBeKept() {
        Drafts away = new Drafts() {
            @Override
            public Flux<KeptDraft> find(String group, LocalDate of, String whole, Collection<String> parts) {
                return Flux.empty();
            }

            @Override
            public Mono<Void> keep(String group, LocalDate of, String whole, KeptDraft draft) {
                return Mono.error(new IllegalStateException("away"));
            }

            @Override
            public Mono<Void> forget(String group, LocalDate of) {
                return Mono.error(new IllegalStateException("away"));
            }
        };
        assertThat(write(well(), day, away).content().overview()).isNotEmpty();
    }

    private static ScriptedModel well() {
        return ScriptedModel.answering(200_000, InterruptedDayTest::answer);
    }

    private static ScriptedModel failingAt(Predicate<ModelRequest> where) {
        return ScriptedModel.answering(200_000, request -> {
            if (where.test(request)) {
                throw away();
            }
            return answer(request);
        });
    }

    private static ModelException.Unavailable away() {
        return new ModelException.Unavailable("away", Duration.ofSeconds(1), null);
    }

    /** One sentence for every tenth message, and for every one that was found. */
    private static Completion answer(ModelRequest request) {
        Pattern numbers = isRead(request) ? MESSAGE : CITES;
        List<String> sentences = numbers.matcher(request.turns().getFirst().text())
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(number -> !isRead(request) || number % 10 == 0 || number == 1)
                .map(number -> "{\"text\":\"Somebody said a thing that mattered to all.\",\"cites\":[" + number + "]}")
                .toList();
        return ScriptedModel.whole("{\"overview\":[" + String.join(",", sentences) + "]}");
    }

    private static boolean isRead(ModelRequest request) {
        return !request.system().contains("read in parts");
    }

    private static boolean shows(ModelRequest request, int number) {
        return isRead(request) && request.turns().getFirst().text().contains("\n[" + number + "] ");
    }

    private static boolean cites(KeptDraft draft, String id) {
        return draft.content().overview().stream()
                .anyMatch(cited -> cited.messages().contains(id));
    }

    private static long merges(ScriptedModel model) {
        return model.requests().stream().filter(request -> !isRead(request)).count();
    }

    private static Written write(LanguageModel model, Transcript day, Drafts drafts) {
        return new ModelSummary(model, SMALL, drafts).write(day, Days.ENGLISH).block();
    }

    private static void write(LanguageModel model, Transcript day, Drafts drafts, boolean fails) {
        assertThatThrownBy(() -> write(model, day, drafts)).isInstanceOf(ModelException.Unavailable.class);
    }

    private static Transcript with(Transcript day, int number, UnaryOperator<Line> change) {
        List<Line> lines = new ArrayList<>(day.lines());
        lines.set(number - 1, change.apply(lines.get(number - 1)));
        return day.with(lines);
    }

    /** With a pause after every tenth message, so that a message more or less moves no cut but its own. */
    private static Transcript day(int messages) {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < messages; at++) {
            lines.add(Line.of(
                    "ID" + (at + 1),
                    Days.MORNING.plusSeconds(5L * at + 600L * (at / 10)),
                    "Speaker " + at % 7,
                    "Something was said here, number " + (1_000 + at) + ", in so many words"));
        }
        return Days.transcript(lines);
    }
}
