package groupwatch.ingest;

import groupwatch.kit.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one way to say no: counts it and makes the problem. */
@Component
public class Refusals {

    /** For senders that listen (Evolution has its own mind about when). */
    private static final String RETRY_AFTER_SECONDS = "5";

    private final IngestMetrics metrics;

    Refusals(IngestMetrics metrics) {
        this.metrics = metrics;
    }

    /** @param detail a sentence for whoever set up the sender; never quotes the body */
    public <T> Mono<T> refuse(Refusal why, String detail) {
        return Mono.error(() -> {
            metrics.refused(why);
            return problem(why, detail);
        });
    }

    private static ProblemException problem(Refusal why, String detail) {
        ProblemException problem = new ProblemException(why.status(), why.slug(), detail);
        if (why.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            return problem.withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return why == Refusal.WRONG_SECRET ? problem.withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : problem;
    }
}
