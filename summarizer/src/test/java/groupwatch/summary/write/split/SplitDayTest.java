package groupwatch.summary.write.split;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.message.MessageType;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.write.prompt.Numbered;
import groupwatch.summary.write.testing.Days;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitDayTest {

    private final List<Line> lines = new ArrayList<>();
    private long second;

    @Test
    void leavesADayWholeThatFits() {
        talk(10);

        assertThat(parts(100)).containsExactly(numbers(1, 10));
    }

    @Test
    void cutsWhereItWasSilentTheLongest() {
        talk(8);
        second += 3_600;
        talk(9);

        assertThat(parts(100)).containsExactly(numbers(1, 8), numbers(9, 17));
    }

    @Test
    void keepsAThreadTogetherThatOthersTalkInto() {
        talk(8);
        say("question", null);
        say("other", null);
        second += 600;
        say("answer", "question");
        talk(8);
        say("late", "answer");

        List<List<Integer>> parts = parts(120);

        assertThat(parts).hasSize(2);
        assertThat(parts)
                .anySatisfy(part -> assertThat(part).contains(number("question"), number("answer"), number("late")));
    }

    @Test
    void cutsAThreadThatIsAsLongAsTheDay() {
        say("0", null);
        for (int at = 1; at < 400; at++) {
            second += at == 90 ? 5_000 : 0;
            say(String.valueOf(at), String.valueOf(at - 1));
        }

        List<List<Integer>> parts = parts(1_000);

        assertThat(parts).hasSizeBetween(4, 6);
        assertThat(parts).noneSatisfy(part -> assertThat(part).contains(90, 91));
        assertCovered(parts, 1_000);
    }

    @Test
    void coversEveryMessageOnceWithinTheSizeWhateverTheDayIsLike() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            lines.clear();
            second = 0;
            int size = 1 + random.nextInt(400);
            for (int at = 0; at < size; at++) {
                second += random.nextInt(10) == 0 ? random.nextInt(7_200) : random.nextInt(90);
                // also to a message that comes later, to itself, and to one of another day
                say("m" + at, random.nextInt(3) == 0 ? "m" + random.nextInt(size + 3) : null);
            }
            int[] tokens = new int[size + 1];
            Arrays.setAll(tokens, number -> number == 0 ? 0 : 1 + random.nextInt(200));
            assertCovered(new SplitDay(day(), tokens, 250).parts(), tokens, 250);
        }
    }

    private void talk(int messages) {
        for (int at = 0; at < messages; at++) {
            say("talk" + lines.size(), null);
        }
    }

    private void say(String id, @Nullable String replyTo) {
        second += 20;
        lines.add(new Line(
                id,
                Days.MORNING.plusSeconds(second),
                "Ana",
                MessageType.TEXT,
                "text",
                replyTo,
                null,
                false,
                0,
                List.of()));
    }

    private Numbered day() {
        return new Numbered(Days.transcript(lines));
    }

    private int number(String id) {
        return lines.stream().map(Line::id).toList().indexOf(id) + 1;
    }

    /** Each message has ten tokens. */
    private List<List<Integer>> parts(int most) {
        return new SplitDay(day(), tokens(), most).parts();
    }

    private int[] tokens() {
        int[] tokens = new int[lines.size() + 1];
        Arrays.fill(tokens, 1, tokens.length, 10);
        return tokens;
    }

    private void assertCovered(List<List<Integer>> parts, int most) {
        assertCovered(parts, tokens(), most);
    }

    private void assertCovered(List<List<Integer>> parts, int[] tokens, int most) {
        assertThat(parts.stream().flatMap(List::stream).sorted().toList()).isEqualTo(numbers(1, lines.size()));
        assertThat(parts).allSatisfy(part -> {
            assertThat(part).isNotEmpty().isSorted();
            assertThat(part.stream().mapToInt(number -> tokens[number]).sum()).isLessThanOrEqualTo(most);
        });
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
