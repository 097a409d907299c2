package groupwatch.watchdog.watch;

import groupwatch.events.link.LinkStatus;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.account.Accounts;
import groupwatch.watchdog.link.LinkRecord;
import groupwatch.watchdog.link.Signal;
import groupwatch.watchdog.order.Order;
import groupwatch.watchdog.order.Orders;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries out what people asked for. */
@Component
class CarryOut {

    private static final int IN_A_ROW = 5;

    private final Accounts accounts;
    private final Orders orders;
    private final Course course;
    private final Look look;
    private final Revive revive;

    CarryOut(Accounts accounts, Orders orders, Course course, Look look, Revive revive) {
        this.accounts = accounts;
        this.orders = orders;
        this.course = course;
        this.look = look;
        this.revive = revive;
    }

    /** The link after those that wait, the oldest first. */
    Mono<LinkRecord> orders(Watch watch, LinkRecord link) {
        return next(watch, link, IN_A_ROW);
    }

    /** What waits cannot be done: nobody knows where the instance is, or its key. */
    Mono<Void> refuse(Account account, EvolutionException error) {
        return orders.next(account.id())
                .flatMap(order ->
                        orders.failed(order, code(error), Objects.requireNonNullElse(error.getMessage(), code(error))))
                .then();
    }

    private static String code(EvolutionException error) {
        return error.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Mono<LinkRecord> next(Watch watch, LinkRecord link, int more) {
        return more == 0
                ? Mono.just(link)
                : orders.next(watch.account().id())
                        .flatMap(order -> carryOut(watch, link, order))
                        .flatMap(after -> next(watch, after, more - 1))
                        .defaultIfEmpty(link);
    }

    private Mono<LinkRecord> carryOut(Watch watch, LinkRecord link, Order order) {
        if (orders.isOld(order)) {
            return orders.failed(order, "expired", "Nobody could do it in time.")
                    .thenReturn(link);
        }
        return done(watch, link, order)
                .flatMap(after -> orders.done(order).thenReturn(after))
                .onErrorResume(EvolutionException.class, error -> failed(watch, link, order, error));
    }

    private Mono<LinkRecord> done(Watch watch, LinkRecord link, Order order) {
        return switch (order.kind()) {
            case CHECK -> look.at(watch, link);
            case CONNECT -> connect(watch, link, order);
            case RESTART -> revive.restartNow(watch, link);
            case LOG_OUT -> logOut(watch, link);
            case DELETE -> delete(watch);
        };
    }

    /** What is there is looked at first: there may be no instance yet, or the link may be open after all. */
    private Mono<LinkRecord> connect(Watch watch, LinkRecord link, Order order) {
        Mono<LinkRecord> asked =
                course.follow(watch.account(), link, new Signal.LinkAsked()).flatMap(next -> look.at(watch, next));
        return asked.flatMap(next -> switch (next.status()) {
            case OPEN -> Mono.just(next);
            case GATEWAY_DOWN, MISSING ->
                Mono.error(new EvolutionException(
                        next.status() == LinkStatus.MISSING ? Kind.NO_INSTANCE : Kind.AWAY,
                        next.link().explanation()));
            default -> revive.connect(watch, next, order.argument());
        });
    }

    private Mono<LinkRecord> logOut(Watch watch, LinkRecord link) {
        return course.follow(watch.account(), link, new Signal.LogOutAsked())
                .flatMap(next -> unless(
                                Kind.NOT_CONNECTED,
                                watch.call(api -> api.logOut(watch.address()).thenReturn(true)))
                        .then(course.follow(watch.account(), next, new Signal.LoggedOut())));
    }

    /** With its row: what looked at it afterwards would make the instance anew. The round ends there, there is nothing more to attend to. */
    private Mono<LinkRecord> delete(Watch watch) {
        return unless(
                        Kind.NO_INSTANCE,
                        watch.call(api -> api.delete(watch.address()).thenReturn(true)))
                .then(Mono.defer(() -> accounts.remove(watch.account().id())))
                .then(Mono.error(Course.OvertakenException::new));
    }

    private static Mono<Boolean> unless(Kind kind, Mono<Boolean> call) {
        return call.onErrorResume(
                error -> error instanceof EvolutionException refusal && refusal.kind() == kind,
                said -> Mono.just(true));
    }

    /** The link may have moved before it failed: its row says where it is. */
    private Mono<LinkRecord> failed(Watch watch, LinkRecord link, Order order, EvolutionException error) {
        if (error.kind() == Kind.NOT_ASKED) {
            // whoever watches the account then does it
            return course.of(watch.account());
        }
        String code = code(error);
        return orders.failed(order, code, Objects.requireNonNullElse(error.getMessage(), code))
                .then(course.of(watch.account()));
    }
}
