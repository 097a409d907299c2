package groupwatch.simulator.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Dialogues to draw from: all of them before any comes again, and what never varies only once. */
final class Deck {

    /** With fewer, one would hear the same few more often still. */
    private static final int ENOUGH = 5;

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
        for (int tries = 2 * cards.size(); tries > 0; tries--) {
            if (next == cards.size()) {
                beginAgain();
            }
            Talk.Dialogue card = cards.get(next++);
            if (card != last && !elsewhere.contains(card)) {
                last = card;
                return card;
            }
        }
        return cards.getFirst();
    }

    private void beginAgain() {
        if (cards.stream().filter(Talk.Dialogue::varies).count() >= ENOUGH) {
            cards.removeIf(card -> !card.varies());
        }
        Collections.shuffle(cards, random);
        next = 0;
    }
}
