package groupwatch.summary.write.draft;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.summary.Cited;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Draft LONG = new Draft(
            sentences(5),
            List.of(
                    new Subject("One", sentences(6)),
                    new Subject("Two", sentences(1)),
                    new Subject("Three", sentences(6))),
            sentences(2),
            List.of(new Task(new Sentence("Do it.", List.of(7)), "Ana", null)),
            sentences(1),
            sentences(1));

    @Test
    void staysAsItIsWhenItIsShortEnough() {
        assertThat(LONG.atMost(23)).isSameAs(LONG);
        assertThat(LONG.size()).isEqualTo(23);
    }

    @Test
    void keepsWhatMattersAndSomethingOfEveryTopic() {
        Draft shorter = LONG.atMost(16);

        assertThat(shorter.size()).isEqualTo(16);
        assertThat(shorter.tasks()).hasSize(1);
        assertThat(shorter.overview()).hasSize(5);
        assertThat(shorter.topics()).extracting(topic -> topic.points().size()).containsExactly(2, 1, 3);
    }

    @Test
    void isNeverLongerThanAskedFor() {
        for (int most = 0; most < 30; most++) {
            assertThat(LONG.atMost(most).size()).isBetween(Math.min(most, 23) - 1, most);
        }
        assertThat(LONG.atMost(1).urgent()).hasSize(1);
    }

    @Test
    void turnsNumbersIntoTheIdsOfMessages() {
        assertThat(LONG.content(number -> "ID" + number)
                        .actionItems()
                        .getFirst()
                        .messages())
                .containsExactly("ID7");
        assertThat(LONG.content(number -> "ID" + number).urgent())
                .containsExactly(new Cited("Sentence 1.", List.of("ID1", "ID2")));
    }

    private static List<Sentence> sentences(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(number -> new Sentence("Sentence " + number + ".", List.of(number, number + 1)))
                .toList();
    }
}
