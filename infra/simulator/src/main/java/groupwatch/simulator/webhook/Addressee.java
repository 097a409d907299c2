package groupwatch.simulator.webhook;

import groupwatch.simulator.wire.Event;
import java.util.List;

/** Who gets an event at this moment: nobody, the instance's webhook, the global one, or both, one after the other. */
@FunctionalInterface
public interface Addressee {

    List<Letter> letters(Event event);
}
