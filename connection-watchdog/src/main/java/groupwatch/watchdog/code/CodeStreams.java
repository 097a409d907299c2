package groupwatch.watchdog.code;

import groupwatch.kit.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streams of codes. Any replica can serve one: it looks at the rows once a second while somebody listens. */
@Component
class CodeStreams {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final Codes codes;
    private final AskForCode ask;
    private final ShowCode show;
    private final CodeProperties settings;
    private final Clock clock;
    private final Map<String, Integer> listeners = new ConcurrentHashMap<>();

    CodeStreams(Codes codes, AskForCode ask, ShowCode show, CodeProperties settings, Clock clock) {
        this.codes = codes;
        this.ask = ask;
        this.show = show;
        this.settings = settings;
        this.clock = clock;
    }

    /** Has Evolution show codes when it does not. */
    Flux<ServerSentEvent<Object>> open(Caller caller, String account, QrFormat format) {
        return Flux.defer(() -> {
            if (!enter(account)) {
                return Flux.error(CodeProblems.tooManyListeners(settings.listeners()));
            }
            return stream(caller, account, format).doFinally(ended -> leave(account));
        });
    }

    private Flux<ServerSentEvent<Object>> stream(Caller caller, String account, QrFormat format) {
        CodeStream stream = new CodeStream(clock);
        Flux<CodeStream.Step> looks = Flux.interval(Duration.ZERO, LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> look(account).map(stream::next), 1);
        Flux<CodeStream.Step> steps = Flux.merge(looks, begin(caller, account))
                .filter(step -> !(step instanceof CodeStream.Step.Wait))
                .takeUntil(CodeStream.Step::isLast);
        return Flux.merge(
                        steps.concatMap(step -> event(step, caller, account, format), 1)
                                .map(Optional::of)
                                .concatWith(Mono.just(Optional.empty())),
                        Flux.interval(KEEP_ALIVE).onBackpressureDrop().map(tick -> Optional.of(keepAlive())))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** Emits the end when Evolution cannot show any. */
    private Mono<CodeStream.Step> begin(Caller caller, String account) {
        Mono<CodeStream.Step> ordered = ask.place(caller, account, null)
                .map(CodeProblems::failed)
                .map(problem -> new CodeStream.Step.Over(problem.slug(), problem.detail()));
        return ask.isLinked(account)
                .filter(linked -> !linked)
                .flatMap(free -> codes.current(account).hasElement())
                .filter(shown -> !shown)
                .flatMap(none -> ordered);
    }

    private Mono<CodeStream.Look> look(String account) {
        return ask.isLinked(account)
                .flatMap(linked -> codes.current(account)
                        .map(code -> new CodeStream.Look(linked, code))
                        .defaultIfEmpty(new CodeStream.Look(linked, null)));
    }

    private Mono<ServerSentEvent<Object>> event(CodeStream.Step step, Caller caller, String account, QrFormat format) {
        return switch (step) {
            case CodeStream.Step.Wait wait -> Mono.empty();
            case CodeStream.Step.Show shown ->
                show.drawn(caller, account, shown.code(), picture -> data(picture, shown.code(), format))
                        .map(data -> event("qr", data));
            case CodeStream.Step.Open open -> Mono.just(event("open", Map.of("account", account)));
            case CodeStream.Step.Over over ->
                Mono.just(event("over", Map.of("cause", over.cause(), "advice", over.advice())));
        };
    }

    private static Map<String, Object> data(QrPicture picture, ShownCode code, QrFormat format) {
        return format == QrFormat.SVG
                ? Map.of("svg", picture.svg(), "expiresAt", code.expiresAt())
                : Map.of("image", picture.dataUrl(), "expiresAt", code.expiresAt());
    }

    private static ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }

    private static ServerSentEvent<Object> keepAlive() {
        return ServerSentEvent.builder().comment("keep-alive").build();
    }

    private boolean enter(String account) {
        int most = settings.listeners();
        boolean[] entered = {false};
        listeners.compute(account, (id, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < most;
            return entered[0] ? now + 1 : now;
        });
        return entered[0];
    }

    private void leave(String account) {
        listeners.computeIfPresent(account, (id, count) -> count > 1 ? count - 1 : null);
    }
}
