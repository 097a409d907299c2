package groupwatch.kit.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Turns every error of a request into a problem; what is the service's fault goes to the log, once. */
final class ProblemHandler implements WebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            // the answer has begun: all that is left is to break it off, so that nobody takes it for whole
            return Mono.error(error);
        }
        ProblemException problem = ProblemTranslation.of(error);
        if (problem.status().value() == 500) {
            log.error("A {} request failed", exchange.getRequest().getMethod(), error);
        }
        return writer.write(exchange, problem);
    }

    /** Before Boot's own page of errors. */
    @Override
    public int getOrder() {
        return -2;
    }
}
