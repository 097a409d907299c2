package groupwatch.store.message;

import groupwatch.events.message.Receipt;
import groupwatch.store.message.Fact.Acknowledged;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** How far a message got: the furthest with each person, since when. */
final class Receipts {

    private static final List<String> STEPS =
            List.of("PENDING", "ERROR", "SERVER_ACK", "DELIVERY_ACK", "READ", "PLAYED");

    private static final Comparator<Acknowledged> ORDER = Comparator.comparingInt(Receipts::step)
            .thenComparing(Acknowledged::status)
            .thenComparing(Comparator.comparing(Acknowledged::at).reversed());

    private Receipts() {}

    static List<Receipt> of(Collection<Acknowledged> seen, Persons people) {
        Map<String, Acknowledged> furthest = new TreeMap<>();
        seen.forEach(receipt -> furthest.merge(people.key(receipt.by()), receipt, BinaryOperator.maxBy(ORDER)));
        return furthest.values().stream().map(receipt -> shown(receipt, people)).toList();
    }

    static Receipt shown(Acknowledged receipt, Persons people) {
        return new Receipt(people.personOrNull(receipt.by()), receipt.status(), receipt.at());
    }

    /** An unknown word counts for less than the known ones. */
    private static int step(Acknowledged receipt) {
        return STEPS.indexOf(receipt.status());
    }
}
