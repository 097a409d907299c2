package groupwatch.watchdog.code;

import groupwatch.kit.problem.ProblemException;
import groupwatch.watchdog.order.OrderResult;
import org.springframework.http.HttpStatus;

/** Why there is no code, and what to do. */
final class CodeProblems {

    private static final int SOON = 5;

    /** An order's failure when Evolution, or WhatsApp behind it, is asked too often. */
    private static final String TOO_OFTEN = "too-often";

    /** What WhatsApp says when a number was paired too often. */
    private static final String OVERLIMIT = "rate-overlimit";

    private CodeProblems() {}

    static ProblemException alreadyLinked() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "already-linked",
                "The account is linked already. To link another phone, log it out first:"
                        + " POST /accounts/{id}/logout.");
    }

    static ProblemException notYet() {
        return ProblemException.unavailable("Evolution has not shown a code yet. Ask again in some seconds.", SOON);
    }

    static ProblemException notPaired() {
        return ProblemException.unavailable(
                "Evolution has not given a pairing code yet. Ask again in some seconds, or scan the QR code.", SOON);
    }

    static ProblemException tooManyListeners(int most) {
        return new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-listeners",
                most + " streams of this account's codes are open already. Close one of them.");
    }

    static ProblemException failed(OrderResult.Failed failed) {
        if (failed.code().equals(TOO_OFTEN)) {
            return new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    OVERLIMIT,
                    "Evolution, or WhatsApp behind it, is asked too often. A number that was paired too often gets no more codes for"
                            + " 1 to 24 hours: wait, or scan the QR code; trying more often makes it longer.");
        }
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "no-code",
                        "No code can be shown: " + failed.message() + " GET /accounts/{id} says what to do.")
                .with("cause", failed.code());
    }
}
