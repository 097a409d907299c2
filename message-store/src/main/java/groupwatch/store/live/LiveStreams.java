package groupwatch.store.live;

import groupwatch.kit.kafka.TopicTail;
import groupwatch.kit.problem.ProblemException;
import groupwatch.store.StoreMetrics;
import groupwatch.store.chat.Chat;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** Opens live streams, as many as may be; gives each a sign of life now and then, and an end. */
@Component
class LiveStreams {

    private static final Duration RECONNECT = Duration.ofSeconds(3);
    private static final int RETRY_AFTER_SECONDS = 10;

    private final TopicTail tail;
    private final LiveProperties settings;
    private final StoreMetrics metrics;
    private final AtomicInteger open = new AtomicInteger();

    LiveStreams(TopicTail messagesTail, LiveProperties settings, StoreMetrics metrics) {
        this.tail = messagesTail;
        this.settings = settings;
        this.metrics = metrics;
        metrics.watchLiveStreams(open::get);
    }

    /** @param lastEventId what a reader that comes back has seen last */
    Flux<ServerSentEvent<Object>> open(Chat chat, @Nullable String lastEventId) {
        return Flux.usingWhen(
                Mono.fromRunnable(this::enter).thenReturn(chat),
                entered -> lively(new LiveStream(entered, lastEventId, settings, metrics).of(tail)),
                entered -> Mono.fromRunnable(open::decrementAndGet));
    }

    private void enter() {
        if (open.incrementAndGet() > settings.streams()) {
            open.decrementAndGet();
            throw ProblemException.unavailable(
                    "As many live streams as may are open; come again.", RETRY_AFTER_SECONDS);
        }
    }

    private Flux<ServerSentEvent<Object>> lively(Flux<ServerSentEvent<Object>> events) {
        // the first word comes at once, though the broker may be away: it opens the page's connection
        ServerSentEvent<Object> hello = sign().retry(RECONNECT).build();
        Flux<Signal<ServerSentEvent<Object>>> signs =
                Flux.interval(settings.heartbeat()).onBackpressureDrop().map(tick -> Signal.next(sign().build()));
        Flux<ServerSentEvent<Object>> both =
                Flux.merge(1, events.materialize(), signs).dematerialize();
        return Flux.concat(Flux.just(hello), both).take(settings.longest());
    }

    private static ServerSentEvent.Builder<Object> sign() {
        return ServerSentEvent.builder().comment("");
    }
}
