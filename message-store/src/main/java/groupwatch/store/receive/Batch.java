package groupwatch.store.receive;

import groupwatch.events.observed.Observed;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.OutgoingRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Records that are stored in one transaction, and what its writers have to say afterwards. One attempt at the
 * transaction has one of these; its steps run one after the other.
 */
public final class Batch {

    private final List<Received> received;
    private final Capture capture;
    private final Set<String> stored = new HashSet<>();
    private final List<Flux<OutgoingRecord>> announcements = new ArrayList<>();

    public Batch(List<Received> received, Capture capture) {
        this.received = List.copyOf(received);
        this.capture = capture;
    }

    /** In the order the broker gave them. */
    public List<Received> received() {
        return received;
    }

    public boolean captures(@Nullable String chat) {
        return capture.captures(chat);
    }

    /** What an item of a record tells, without what is past its chat's retention; of whole records that is gone already. */
    public Observed withinRetention(Observed item) {
        return capture.withinRetention(item);
    }

    /** Notes that the record changed something, so that it does not count as a duplicate. */
    public void stored(IncomingRecord record) {
        stored.add(record.position());
    }

    /** Whether anything of the record may be kept as a row. */
    boolean concerns(Received received) {
        return received.observed().observations().stream()
                .anyMatch(observation -> Chats.isContent(observation)
                        ? captures(Chats.of(observation))
                        : Chats.isAboutChats(observation));
    }

    boolean isStored(IncomingRecord record) {
        return stored.contains(record.position());
    }

    /** Has the record published once the transaction is committed. */
    public void announce(OutgoingRecord announcement) {
        announce(Flux.just(announcement));
    }

    /** Has these published, which are made after the transaction is committed: for what shows the committed state. */
    public void announce(Flux<OutgoingRecord> announcement) {
        announcements.add(announcement);
    }

    Flux<OutgoingRecord> announcements() {
        return Flux.concat(announcements);
    }
}
