package groupwatch.watchdog.code;

import groupwatch.events.link.LinkStatus;
import groupwatch.kit.security.Caller;
import groupwatch.watchdog.link.LinkReader;
import groupwatch.watchdog.order.Audit;
import groupwatch.watchdog.order.OrderKind;
import groupwatch.watchdog.order.OrderResult;
import groupwatch.watchdog.order.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has Evolution show a code where there is none, and waits for it. */
@Component
class AskForCode {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Codes codes;
    private final LinkReader links;
    private final Orders orders;
    private final Audit audit;
    private final CodeProperties settings;

    AskForCode(Codes codes, LinkReader links, Orders orders, Audit audit, CodeProperties settings) {
        this.codes = codes;
        this.links = links;
        this.orders = orders;
        this.audit = audit;
        this.settings = settings;
    }

    /** The one that is good now, or a new one. Fails with a problem. */
    Mono<ShownCode> qr(Caller caller, String account) {
        return unlessLinked(account)
                .switchIfEmpty(Mono.defer(() -> ordered(caller, account, null, code -> true)
                        .timeout(settings.patience(), Mono.error(CodeProblems::notYet))));
    }

    /** A new one, to be typed on the phone of that number. */
    Mono<ShownCode> pairing(Caller caller, String account, String number) {
        return unlessLinked(account)
                .map(ShownCode::shownAt)
                .defaultIfEmpty(Instant.MIN)
                .flatMap(before -> ordered(
                                caller,
                                account,
                                number,
                                code -> code.pairingCode() != null
                                        && code.shownAt().isAfter(before))
                        .timeout(settings.patience(), Mono.error(CodeProblems::notPaired)));
    }

    /** Whether an account takes no code. */
    Mono<Boolean> isLinked(String account) {
        return links.find(account)
                .map(link -> link.status() == LinkStatus.OPEN || link.status() == LinkStatus.DEGRADED)
                .defaultIfEmpty(false);
    }

    /** Why it cannot; empty when it can, or could. */
    Mono<OrderResult.Failed> place(Caller caller, String account, @Nullable String number) {
        return audit.note(caller, account, number == null ? "qr-asked" : "pairing-code-asked")
                .then(Mono.defer(() -> orders.place(account, OrderKind.CONNECT, number)))
                .ofType(OrderResult.Failed.class);
    }

    /** The code that is good now; empty when there is none. */
    private Mono<ShownCode> unlessLinked(String account) {
        return isLinked(account)
                .flatMap(linked -> linked ? Mono.error(CodeProblems.alreadyLinked()) : codes.current(account));
    }

    private Mono<ShownCode> ordered(
            Caller caller, String account, @Nullable String number, Predicate<ShownCode> wanted) {
        Mono<ShownCode> failure = place(caller, account, number)
                .<ShownCode>flatMap(failed -> Mono.error(CodeProblems.failed(failed)))
                .switchIfEmpty(Mono.never());
        Mono<ShownCode> code = Flux.interval(LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> unlessLinked(account).filter(wanted), 1)
                .next();
        return Mono.firstWithSignal(failure, code);
    }
}
