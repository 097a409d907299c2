package groupwatch.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeckTest {

    /** Not equal to one another: each has its own line. */
    private final List<Talk.Dialogue> cards =
            IntStream.range(0, 9).mapToObj(line -> card(line, "A: Hello")).toList();

    @Test
    void drawsAllBeforeAnyComesAgainAndNoneTwiceInARow() {
        for (int seed = 0; seed < 200; seed++) {
            Deck deck = new Deck(cards, new Random(seed));
            List<Talk.Dialogue> drawn = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                drawn.add(deck.draw(List.of()));
            }

            assertThat(new HashSet<>(drawn.subList(0, 9))).as("seed %d", seed).hasSize(9);
            for (int i = 1; i < drawn.size(); i++) {
                assertThat(drawn.get(i)).as("seed %d", seed).isNotSameAs(drawn.get(i - 1));
            }
        }
    }

    @Test
    void leavesOutWhatIsSaidElsewhere() {
        Deck deck = new Deck(cards, new Random(1));

        for (int i = 0; i < 50; i++) {
            assertThat(deck.draw(cards.subList(0, 4))).isIn(cards.subList(4, 9));
        }
    }

    @Test
    void drawsEvenFromOneCard() {
        Deck deck = new Deck(cards.subList(0, 1), new Random(1));

        assertThat(deck.draw(List.of())).isSameAs(deck.draw(List.of()));
    }

    @Test
    void drawsWhatNeverVariesOnlyOnce() {
        List<Talk.Dialogue> mixed = new ArrayList<>(cards);
        List<Talk.Dialogue> varying = IntStream.range(10, 16)
                .mapToObj(line -> card(line, "A: Hello {name}"))
                .toList();
        mixed.addAll(varying);
        Deck deck = new Deck(mixed, new Random(1));
        for (int i = 0; i < mixed.size(); i++) {
            deck.draw(List.of());
        }

        for (int i = 0; i < 50; i++) {
            assertThat(deck.draw(List.of())).isIn(varying);
        }
    }

    private static Talk.Dialogue card(int number, String text) {
        Source.Line line = new Source.Line("deck.talk", number, text, List.of());
        return new Talk.Dialogue(List.of(new Talk.Turn(line, "A", Cue.read(text.substring(1), line))));
    }
}
