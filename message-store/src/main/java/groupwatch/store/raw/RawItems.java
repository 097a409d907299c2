package groupwatch.store.raw;

import groupwatch.events.evolution.EvolutionReader;
import groupwatch.events.evolution.WebhookItems;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds in a batch what is worth keeping as received: the items about captured chats, each by itself. */
final class RawItems {

    private static final EvolutionReader READER = new EvolutionReader();

    private RawItems() {}

    static List<RawItem> of(Batch batch) {
        List<RawItem> items = new ArrayList<>();
        for (Received received : batch.received()) {
            if (RawSubject.of(received.observed()) != null) {
                add(batch, received, items);
            }
        }
        return items;
    }

    private static void add(Batch batch, Received received, List<RawItem> items) {
        List<byte[]> bodies = WebhookItems.of(received.body());
        for (int number = 0; number < bodies.size(); number++) {
            byte[] body = bodies.get(number);
            RawSubject subject =
                    RawSubject.of(bodies.size() == 1 ? received.observed() : batch.withinRetention(READER.read(body)));
            if (subject != null && subject.isStorable() && batch.captures(subject.chat())) {
                items.add(new RawItem(
                        received.record(),
                        received.firstItem() + number,
                        subject,
                        new String(body, StandardCharsets.UTF_8)));
            }
        }
    }
}
