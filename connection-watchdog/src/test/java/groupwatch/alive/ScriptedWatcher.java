package groupwatch.alive;

import groupwatch.watchdog.order.Order;
import groupwatch.watchdog.order.Orders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The replica that watches an account: carries out its orders as a test says. */
final class ScriptedWatcher implements AutoCloseable {

    final List<Order> orders = new CopyOnWriteArrayList<>();
    private final Disposable watching;

    ScriptedWatcher(String account, Function<Order, Mono<Void>> deed) {
        Orders rows = RunningAlive.get(Orders.class);
        watching = Flux.interval(Duration.ofMillis(50))
                .onBackpressureDrop()
                .concatMap(tick -> rows.next(account).doOnNext(orders::add).flatMap(deed), 1)
                .subscribe();
    }

    @Override
    public void close() {
        watching.dispose();
    }
}
