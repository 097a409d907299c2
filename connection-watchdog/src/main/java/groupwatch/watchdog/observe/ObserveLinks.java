package groupwatch.watchdog.observe;

import groupwatch.events.CloudEvents;
import groupwatch.events.evolution.EvolutionReader;
import groupwatch.events.identity.Identities;
import groupwatch.events.observed.ConnectionSeen;
import groupwatch.events.observed.InstanceLifecycle;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.QrCodeSeen;
import groupwatch.events.observed.QrLimitReached;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.watchdog.link.CodesToLink;
import groupwatch.watchdog.link.Phones;
import groupwatch.watchdog.link.Signal;
import groupwatch.watchdog.link.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what raw records say of links, for whoever watches the account. Codes go to their own, sealed place. */
@Component
class ObserveLinks implements BatchHandler {

    private final EvolutionReader reader = new EvolutionReader();
    private final Signals signals;
    private final CodesToLink codes;

    ObserveLinks(Signals signals, CodesToLink codes) {
        this.signals = signals;
        this.codes = codes;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> batch) {
        return Flux.fromIterable(batch).concatMap(this::kept).reduce(BatchResult.NOTHING, BatchResult::plus);
    }

    private Mono<BatchResult> kept(IncomingRecord record) {
        Observed observed = reader.read(record.value());
        String account = observed.instance();
        if (account == null) {
            return Mono.just(new BatchResult(0, 0, 1, List.of()));
        }
        Instant at = Objects.requireNonNullElse(observed.emittedAt(), record.timestamp());
        String id = record.headers().getOrDefault(CloudEvents.ID, record.position());
        return Flux.fromIterable(observed.observations())
                .index()
                .concatMap(item -> code(account, item.getT2(), record.timestamp())
                        .then(keep(account, id + "/" + item.getT1(), at, item.getT2())))
                .then(Mono.just(BatchResult.stored(1)));
    }

    private Mono<Void> keep(String account, String id, Instant at, Observation observation) {
        Signal.Told signal = signal(observation);
        return signal == null ? Mono.empty() : signals.keep(account, id, at, signal);
    }

    /** @param at by our clock: the gateway's may be of another time zone, and a code is good for less than a minute */
    private Mono<Void> code(String account, Observation observation, Instant at) {
        return switch (observation) {
            case QrCodeSeen shown -> codes.shown(account, shown.code(), shown.pairingCode(), at);
            default -> isOver(signal(observation)) ? codes.over(account, at) : Mono.empty();
        };
    }

    private static boolean isOver(Signal.@Nullable Told signal) {
        return signal != null && !(signal instanceof Signal.Connecting);
    }

    private static Signal.@Nullable Told signal(Observation observation) {
        return switch (observation) {
            case ConnectionSeen seen -> connection(seen);
            case QrCodeSeen code -> new Signal.CodeShown(code.pairingCode() != null);
            case QrLimitReached over -> new Signal.CodesOver();
            case InstanceLifecycle lifecycle ->
                switch (lifecycle.kind()) {
                    case "logged_out" -> new Signal.LoggedOut();
                    case "removed", "deleted" -> new Signal.Removed();
                    default -> null;
                };
            default -> null;
        };
    }

    private static Signal.@Nullable Told connection(ConnectionSeen seen) {
        return switch (Objects.requireNonNullElse(seen.state(), "")) {
            case "connecting" -> new Signal.Connecting();
            case "open" -> new Signal.Opened(phone(seen.account()), plain(seen.profileName()));
            case "close", "closed" -> new Signal.Ended(seen.statusReason());
            case "refused" -> new Signal.CodesOver();
            default -> null;
        };
    }

    /** Without what no database takes. */
    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private static @Nullable String phone(Identities account) {
        return account.phone() == null ? null : Phones.digits(account.phone().value());
    }
}
