package groupwatch.summary.write.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.events.message.MessageType;
import groupwatch.events.summary.Cited;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Completion;
import groupwatch.summary.model.Finish;
import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.text.Tokens;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.UnusableAnswerException;
import groupwatch.summary.write.Written;
import groupwatch.summary.write.testing.Days;
import groupwatch.summary.write.testing.ScriptedModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days that no model reads at once. */
class LongDayTest {

    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\[(\\d+)\\] \\d\\d:\\d\\d ");
    private static final Pattern CITES = Pattern.compile("(?m) \\[(\\d+(?:,\\d+)*)\\]$");
    private static final Transcript DAY = day(10_000);

    @Test
    void readsTenThousandMessagesInPartsEachOnceWithinTheBudget() {
        ScriptedModel model = ScriptedModel.answeringSlowly(200_000, LongDayTest::answer);

        Written written = write(model, new WriteSettings(40_000, 2, 8_000));

        List<ModelRequest> reads = reads(model);
        assertThat(reads.size()).isBetween(5, 14);
        assertThat(written.parts()).isEqualTo(reads.size());
        assertThat(reads.stream()
                        .flatMap(request -> shown(request).stream())
                        .sorted()
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, 10_000).boxed().toList());
        assertThat(model.requests().stream().mapToInt(LongDayTest::tokens)).allMatch(tokens -> tokens < 42_000);
        assertThat(model.mostAtWork()).isEqualTo(2);
        assertThat(written).returns(reads.size() + 1, Written::calls).returns(0, Written::dropped);
        assertThat(written.tokens()).isEqualTo(new TokenCount(1_000L * written.calls(), 100L * written.calls()));
        assertThat(written.cost()).isEqualTo(new BigDecimal("0.01").multiply(BigDecimal.valueOf(written.calls())));
    }

    @Test
    void citesInTheMergedSummaryWhatThePartsCited() {
        ScriptedModel model = ScriptedModel.answering(200_000, LongDayTest::answer);

        Written written = write(model, new WriteSettings(40_000, 2, 8_000));

        ModelRequest merge = model.requests().getLast();
        Set<Integer> found = cited(merge);
        assertThat(found).hasSizeGreaterThanOrEqualTo(written.parts());
        assertThat(written.content().overview()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(written.content().overview())
                .flatExtracting(Cited::messages)
                .isSubsetOf(found.stream().map(number -> "ID" + number).toList());
    }

    @Test
    void keepsAThreadInOnePart() {
        ScriptedModel model = ScriptedModel.answering(200_000, LongDayTest::answer);

        write(model, new WriteSettings(40_000, 2, 8_000));

        List<Set<Integer>> parts = reads(model).stream()
                .map(request -> (Set<Integer>) new HashSet<>(shown(request)))
                .toList();
        for (int number = 1; number <= 10_000; number++) {
            String replyTo = DAY.lines().get(number - 1).replyTo();
            if (replyTo != null) {
                Set<Integer> both = Set.of(number, Integer.parseInt(replyTo.substring(2)));
                assertThat(parts).anyMatch(part -> part.containsAll(both));
            }
        }
    }

    @Test
    void mergesInRoundsWhereTheWindowIsSmall() {
        ScriptedModel model = ScriptedModel.answeringSlowly(8_192, request -> answer(request, 8));
        Transcript day = day(4_000);

        Written written = new ModelSummary(model, new WriteSettings(40_000, 3, 8_000), Drafts.none())
                .write(day, Days.ENGLISH)
                .block();

        assertThat(written.parts()).isGreaterThan(10);
        assertThat(written.calls()).isGreaterThan(written.parts() + 1);
        assertThat(model.requests().stream().mapToInt(request -> tokens(request) + request.maxTokens()))
                .allMatch(tokens -> tokens < 8_192);
        assertThat(model.mostAtWork()).isEqualTo(3);
        assertThat(written.content().overview()).isNotEmpty();
    }

    @Test
    void dropsFromTheMergeWhatNoPartSaid() {
        ScriptedModel model = ScriptedModel.answering(200_000, request -> {
            if (isRead(request)) {
                return ScriptedModel.whole("{\"overview\":[{\"text\":\"Said.\",\"cites\":["
                        + shown(request).getFirst() + "]}]}");
            }
            int known = cited(request).iterator().next();
            // 9999 is a message of the day, but no part rests on it
            return ScriptedModel.whole("{\"overview\":[{\"text\":\"Known.\",\"cites\":[" + known
                    + "]},{\"text\":\"Made up.\",\"cites\":[9999]}]}");
        });

        Written written = write(model, new WriteSettings(40_000, 1, 8_000));

        assertThat(written.content().overview()).extracting(Cited::text).containsExactly("Known.");
        assertThat(written.dropped()).isEqualTo(1);
        assertThat(model.mostAtWork()).isEqualTo(1);
    }

    @Test
    void passesOverPartsInWhichNothingIsWorthSaying() {
        ScriptedModel model = ScriptedModel.answering(
                200_000,
                request -> isRead(request) && shown(request).contains(1)
                        ? ScriptedModel.whole("{\"overview\":[{\"text\":\"Said.\",\"cites\":[1]}]}")
                        : ScriptedModel.whole("{\"overview\":[]}"));

        assertThat(write(model, WriteSettings.usual()).content().overview()).hasSize(1);
        assertThat(model.requests().stream().allMatch(LongDayTest::isRead)).isTrue();

        assertThatThrownBy(() -> write(
                        ScriptedModel.answering(200_000, request -> ScriptedModel.whole("{\"urgent\":[]}")),
                        WriteSettings.usual()))
                .isInstanceOf(UnusableAnswerException.class);
    }

    @Test
    void hasNoSummaryOfADayOfWhichOnePartHasNoEnd() {
        ScriptedModel model = ScriptedModel.answering(
                200_000,
                request -> isRead(request) && shown(request).contains(5_000)
                        ? ScriptedModel.ended(Finish.TRUNCATED, answer(request).text())
                        : answer(request));

        assertThatThrownBy(() -> write(model, WriteSettings.usual())).isInstanceOf(UnusableAnswerException.class);
    }

    /** Of messages, some in a sentence of its own; of parts, one for each number. */
    private static Completion answer(ModelRequest request) {
        return answer(request, 50);
    }

    private static Completion answer(ModelRequest request, int every) {
        List<Integer> numbers = isRead(request)
                ? shown(request).stream()
                        .filter(number -> number % every == 0 || number == 1)
                        .toList()
                : cited(request).stream().sorted().toList();
        return ScriptedModel.whole(numbers.stream()
                .map(number ->
                        "{\"text\":\"Somebody said a thing that mattered to the group at that hour.\",\"cites\":["
                                + number + "]}")
                .collect(Collectors.joining(",", "{\"overview\":[", "]}")));
    }

    private static boolean isRead(ModelRequest request) {
        return !request.system().contains("read in parts");
    }

    private static List<ModelRequest> reads(ScriptedModel model) {
        return model.requests().stream().filter(LongDayTest::isRead).toList();
    }

    private static List<Integer> shown(ModelRequest request) {
        return MESSAGE.matcher(request.turns().getFirst().text())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private static Set<Integer> cited(ModelRequest request) {
        return CITES.matcher(request.turns().getFirst().text())
                .results()
                .map(MatchResult::group)
                .flatMap(found -> Pattern.compile("\\d+").matcher(found).results())
                .map(found -> Integer.valueOf(found.group()))
                .collect(Collectors.toSet());
    }

    private static int tokens(ModelRequest request) {
        return Tokens.of(request.system())
                + request.turns().stream()
                        .mapToInt(turn -> Tokens.of(turn.text()))
                        .sum();
    }

    private static Written write(ScriptedModel model, WriteSettings settings) {
        return new ModelSummary(model, settings, Drafts.none())
                .write(DAY, Days.ENGLISH)
                .block();
    }

    /** Every third message answers one of the ten before it, also across the pauses that are made every forty messages. */
    private static Transcript day(int messages) {
        Random random = new Random(7);
        List<Line> lines = new ArrayList<>();
        long second = 0;
        for (int at = 0; at < messages; at++) {
            second += at % 40 == 0 ? 60 : 5;
            int back = 1 + random.nextInt(10);
            String replyTo = at % 3 == 0 && back <= at ? "ID" + (at + 1 - back) : null;
            lines.add(new Line(
                    "ID" + (at + 1),
                    Days.MORNING.plusSeconds(second),
                    "Speaker " + random.nextInt(60),
                    MessageType.TEXT,
                    "Something was said here, number " + at + ", in so many words"
                            + " and more".repeat(random.nextInt(6)),
                    replyTo,
                    null,
                    false,
                    0,
                    List.of()));
        }
        return Days.transcript(lines);
    }
}
