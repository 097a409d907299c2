package groupwatch.kit.kafka;

import groupwatch.kit.kafka.TailSignal.Arrived;
import groupwatch.kit.kafka.TailSignal.Following;
import groupwatch.kit.kafka.TailSignal.Lost;
import java.util.Map;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** One who follows a topic. Told everything on the tail's one thread, which never waits for it. */
final class TailFollower {

    private final Predicate<String> keys;
    private final Sinks.Many<TailSignal> signals;

    TailFollower(Predicate<String> keys, TailQueue queue) {
        this.keys = keys;
        this.signals = Sinks.many().unicast().onBackpressureBuffer(queue);
    }

    Flux<TailSignal> signals() {
        return signals.asFlux();
    }

    boolean wants(String key) {
        return keys.test(key);
    }

    void following(Map<Integer, Long> positions) {
        signals.tryEmitNext(new Following(positions));
    }

    void arrived(IncomingRecord record) {
        signals.tryEmitNext(new Arrived(record));
    }

    void lost() {
        signals.tryEmitNext(new Lost());
    }

    void end() {
        signals.tryEmitComplete();
    }
}
