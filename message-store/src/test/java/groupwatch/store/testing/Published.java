package groupwatch.store.testing;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.message.MessageEvent;
import groupwatch.kit.kafka.BrokerUnavailableException;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.kafka.RecordPublisher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** A publisher that remembers, and fails when told to. */
public final class Published implements RecordPublisher {

    private final List<OutgoingRecord> records = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public Mono<Void> publish(OutgoingRecord record) {
        return publishAll(List.of(record));
    }

    @Override
    public Mono<Void> publishAll(List<OutgoingRecord> all) {
        return Mono.defer(() -> {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return Mono.error(new BrokerUnavailableException("told to fail"));
            }
            records.addAll(all);
            return Mono.empty();
        });
    }

    /** The next times, it is as if the broker were away. */
    public void failNext(int times) {
        failures.set(times);
    }

    public void forget() {
        records.clear();
    }

    public List<OutgoingRecord> records() {
        return List.copyOf(records);
    }

    public List<MessageEvent> messageEvents() {
        return records().stream()
                .filter(record -> record.topic().equals(Topics.MESSAGES))
                .map(record -> (MessageEvent) EventCodec.read(record.value()))
                .toList();
    }

    public List<String> messageEventIds() {
        return records().stream()
                .filter(record -> record.topic().equals(Topics.MESSAGES))
                .map(record -> Objects.requireNonNull(record.headers().get(CloudEvents.ID)))
                .toList();
    }
}
