package groupwatch.watchdog.account;

import groupwatch.kit.problem.ProblemException;
import groupwatch.watchdog.order.OrderResult;
import org.springframework.http.HttpStatus;

/** What became of an order, as HTTP says it. */
final class OrderAnswers {

    private OrderAnswers() {}

    /** 200 or 202; a failure is thrown: 409 for what the link's state does not allow, else 502. */
    static HttpStatus status(OrderResult result) {
        return switch (result) {
            case OrderResult.Done done -> HttpStatus.OK;
            case OrderResult.Waiting waiting -> HttpStatus.ACCEPTED;
            case OrderResult.Failed failed -> throw problem(failed);
        };
    }

    private static ProblemException problem(OrderResult.Failed failed) {
        HttpStatus status = switch (failed.code()) {
            case "not-connected", "no-instance", "name-taken" -> HttpStatus.CONFLICT;
            case "too-often" -> HttpStatus.TOO_MANY_REQUESTS;
            default -> HttpStatus.BAD_GATEWAY;
        };
        return new ProblemException(status, "evolution-" + failed.code(), failed.message());
    }
}
