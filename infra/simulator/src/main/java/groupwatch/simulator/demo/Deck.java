package groupwatch.simulator.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Dialogues to draw from: all of them before any comes again. */
final class Deck {

    private final List<Talk.Dialogue> cards;
    private final Random random;
    private Talk.@Nullable Dialogue last;
    private int next;

    Deck(List<Talk.Dialogue> cards, Random random) {
        this.cards = new ArrayList<>(cards);
        this.random = random;
        Collections.shuffle(this.cards, random);
    }

    /** @param elsewhere not to be drawn now */
    Talk.Dialogue draw(Collection<Talk.Dialogue> elsewhere) {
        for (int tries = 0; tries < cards.size(); tries++) {
            if (next == cards.size()) {
                Collections.shuffle(cards, random);
                next = 0;
            }
            Talk.Dialogue card = cards.get(next++);
            if (card != last && !elsewhere.contains(card)) {
                last = card;
                return card;
            }
        }
        return cards.getFirst();
    }
}
