package groupwatch.alive;

import static groupwatch.alive.RunningAlive.caller;
import static groupwatch.alive.RunningAlive.clock;
import static groupwatch.alive.RunningAlive.get;

import groupwatch.kit.security.Scopes;
import groupwatch.watchdog.code.Codes;
import groupwatch.watchdog.order.Orders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Codes as Evolution shows them, and who may see them. */
final class CodeRig {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final String CODE = "2@scan-me,with-a-phone,and-nothing-else";

    private CodeRig() {}

    static WebTestClient admin() {
        return caller(Scopes.SUITE_WRITE);
    }

    static void shown(String account, String code, @Nullable String pairingCode) {
        get(Codes.class).shown(account, code, pairingCode, clock().instant()).block(PATIENCE);
    }

    static ScriptedWatcher showing(String account, @Nullable String pairingCode) {
        return new ScriptedWatcher(
                account,
                order -> get(Orders.class)
                        .done(order)
                        .then(Mono.defer(() -> get(Codes.class).shown(account, CODE, pairingCode, clock().instant()))));
    }

    static ScriptedWatcher failing(String account, String code, String message) {
        return new ScriptedWatcher(account, order -> get(Orders.class).failed(order, code, message));
    }
}
