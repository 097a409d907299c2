package groupwatch.dashboard.forward;

import groupwatch.kit.problem.ProblemException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** A service that gives no answer, in the words of HTTP: 503 it is away or overrun, 504 it is too slow, 502 it broke off. */
final class Unreachable {

    private static final int RETRY_AFTER_SECONDS = 5;

    private Unreachable() {}

    /** Whether the error comes from the way to the service, not from us. */
    static boolean is(Throwable error) {
        return error instanceof WebClientRequestException || error instanceof TimeoutException;
    }

    static ProblemException problem(String service, Throwable error) {
        Throwable cause =
                error instanceof WebClientRequestException && error.getCause() != null ? error.getCause() : error;
        return switch (cause) {
            case io.netty.channel.ConnectTimeoutException late -> slow(service);
            case ConnectException away ->
                ProblemException.unavailable("The service " + service + " is away.", RETRY_AFTER_SECONDS);
            case PoolAcquirePendingLimitException full -> busy();
            case PoolAcquireTimeoutException full -> busy();
            case TimeoutException late -> slow(service);
            default -> broken(service);
        };
    }

    /** 502: an answer, but none to pass on. */
    static ProblemException broken(String service) {
        return new ProblemException(
                HttpStatus.BAD_GATEWAY, "bad-gateway", "The service " + service + " gave no proper answer.");
    }

    private static ProblemException slow(String service) {
        return new ProblemException(
                HttpStatus.GATEWAY_TIMEOUT, "gateway-timeout", "The service " + service + " took too long.");
    }

    private static ProblemException busy() {
        return ProblemException.unavailable("Too many requests are under way; come again.", RETRY_AFTER_SECONDS);
    }
}
