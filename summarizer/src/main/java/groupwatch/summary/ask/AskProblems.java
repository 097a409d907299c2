package groupwatch.summary.ask;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.problem.ProblemException;
import groupwatch.summary.model.ModelException;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What a caller reads when there is no answer. */
final class AskProblems {

    private static final int STORE_RETRY_SECONDS = 10;
    private static final int DELAYED_RETRY_SECONDS = 30;
    private static final String DELAYED = "answer-delayed";

    private AskProblems() {}

    /** What it does not know stays as it is: a bug. */
    static Throwable of(Throwable error) {
        ProblemException problem = switch (error) {
            case ModelException.Unavailable away ->
                unavailable("model-unavailable", "The language model does not answer at the moment; ask again later.");
            case ModelException.BudgetSpent spent ->
                unavailable(
                        "budget-spent",
                        "The day's budget for the language model is spent; questions are answered again tomorrow.");
            case ModelException.Refused refused ->
                new ProblemException(
                        HttpStatus.BAD_GATEWAY,
                        "model-refused",
                        "The language model does not take the request: who runs the suite must change its key, its name or its settings.");
            case ServiceUnavailableException away ->
                unavailable("unavailable", "The message store does not answer at the moment; ask again later.");
            default -> null;
        };
        OptionalLong wait = retryAfter(error);
        if (problem != null && wait.isPresent()) {
            problem.withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.getAsLong()));
        }
        return problem == null ? error : problem;
    }

    /** An answer is on its way and takes too long to be waited for without a sign of life. */
    static ProblemException delayed() {
        return unavailable(
                        DELAYED,
                        "The answer takes longer than this request may; ask with Accept: text/event-stream to be told it as it comes, or later.")
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DELAYED_RETRY_SECONDS));
    }

    /** Seconds after which the same question is worth another try. */
    static OptionalLong retryAfter(Throwable error) {
        return switch (error) {
            case ModelException.Unavailable away -> OptionalLong.of(seconds(away.retryAfter()));
            case ModelException.BudgetSpent spent -> OptionalLong.of(seconds(spent.untilTomorrow()));
            case ServiceUnavailableException away -> OptionalLong.of(STORE_RETRY_SECONDS);
            default -> OptionalLong.empty();
        };
    }

    private static ProblemException unavailable(String slug, String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, slug, detail);
    }

    /** For the meter. */
    static String outcome(Throwable error) {
        return switch (error) {
            case ModelException.BudgetSpent spent -> "budget";
            case ModelException.Refused refused -> "refused";
            case ModelException.Unavailable away -> "unavailable";
            case ServiceUnavailableException away -> "unavailable";
            case ProblemException problem -> outcome(problem);
            default -> "failed";
        };
    }

    private static String outcome(ProblemException problem) {
        if (problem.slug().equals(DELAYED)) {
            return "delayed";
        }
        return problem.status().is5xxServerError() ? "busy" : "rejected";
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
