package groupwatch.store.live;

import groupwatch.events.EventCodec;
import groupwatch.events.UnreadableEventException;
import groupwatch.events.message.MessageEvent;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.TailSignal;
import groupwatch.kit.kafka.TailSignal.Arrived;
import groupwatch.kit.kafka.TailSignal.Following;
import groupwatch.kit.kafka.TailSignal.Lost;
import groupwatch.kit.kafka.TopicReplay.Replayed;
import groupwatch.kit.kafka.TopicTail;
import groupwatch.store.StoreMetrics;
import groupwatch.store.chat.Chat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one reader hears: {@code ready} once everything from here on will come, then {@code message}s, and {@code gap}
 * whenever something is missing. A reader that comes back with the last id it saw gets what came in between first.
 */
final class LiveStream {

    private final Chat chat;
    private final @Nullable String lastEventId;
    private final LiveProperties settings;
    private final StoreMetrics metrics;
    private Seen seen = new Seen(Map.of());

    LiveStream(Chat chat, @Nullable String lastEventId, LiveProperties settings, StoreMetrics metrics) {
        this.chat = chat;
        this.lastEventId = lastEventId;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** To be subscribed once. */
    Flux<ServerSentEvent<Object>> of(TopicTail tail) {
        return tail.follow(chat.jids()::contains, settings.buffer(), settings.bufferSize())
                // in order: what comes while the past is told again waits
                .concatMap(signal -> events(signal, tail), 1);
    }

    private Flux<ServerSentEvent<Object>> events(TailSignal signal, TopicTail tail) {
        return switch (signal) {
            case Following following -> begin(new Seen(following.positionsOf(chat.jids())), tail);
            case Arrived arrived -> Flux.from(message(arrived.record()));
            case Lost lost -> Flux.just(gap());
        };
    }

    private Flux<ServerSentEvent<Object>> begin(Seen now, TopicTail tail) {
        if (lastEventId == null) {
            seen = now;
            return Flux.just(ready(false));
        }
        Seen before = Seen.parse(lastEventId);
        Mono<Replayed> between = before == null || !before.isOfTheSamePartitions(now)
                ? Mono.empty()
                : tail.since(before.offsets(), chat.jids()::contains, settings.replay());
        return between.flatMapMany(replayed -> again(before == null ? now : before, replayed))
                .switchIfEmpty(Flux.defer(() -> {
                    seen = now;
                    return Flux.just(gap());
                }));
    }

    private Flux<ServerSentEvent<Object>> again(Seen before, Replayed replayed) {
        seen = before;
        return Flux.concat(
                Flux.defer(() -> Flux.just(ready(true))),
                Flux.fromIterable(replayed.records()).concatMap(this::message, 1),
                Flux.defer(() -> {
                    seen.advance(replayed.until());
                    return Flux.empty();
                }));
    }

    private Mono<ServerSentEvent<Object>> message(IncomingRecord record) {
        return Mono.fromSupplier(() -> {
            if (!seen.advance(record.partition(), record.offset())) {
                return null;
            }
            try {
                return EventCodec.read(record.value()) instanceof MessageEvent event && isOfTheChat(event)
                        ? event("message", LiveMessage.of(event))
                        : null;
            } catch (UnreadableEventException newer) {
                // of a newer version, while replicas are replaced: the list tells it
                return gap();
            }
        });
    }

    /** Two linked accounts can have a direct chat with the same person. */
    private boolean isOfTheChat(MessageEvent event) {
        return chat.isGroup() || event.message().instances().contains(chat.scope());
    }

    private ServerSentEvent<Object> ready(boolean resumed) {
        return event("ready", Map.of("resumed", resumed));
    }

    private ServerSentEvent<Object> gap() {
        metrics.liveGap();
        return event("gap", Map.of());
    }

    private ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).id(seen.toString()).build();
    }
}
