package groupwatch.kit.problem;

import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem, in the one shape of the suite. Also for filters, which no error handler covers. */
public final class ProblemWriter {

    private final JsonMapper json = JsonMapper.builder().build();

    /** Writes the problem as the answer; the answer must not have begun. */
    public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        return UnreadBody.away(exchange).then(Mono.defer(() -> answer(exchange, problem)));
    }

    private Mono<Void> answer(ServerWebExchange exchange, ProblemException problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().putAll(problem.headers());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        byte[] body = json.writeValueAsBytes(
                body(problem, exchange.getRequest().getPath().value()));
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> buffer(response, body)));
    }

    private static DataBuffer buffer(ServerHttpResponse response, byte[] body) {
        return response.bufferFactory().wrap(body);
    }

    private static Map<String, Object> body(ProblemException problem, String path) {
        Map<String, Object> body = problem.body();
        body.put("instance", path);
        return body;
    }
}
