package groupwatch.dashboard.forward;

import groupwatch.dashboard.DashboardSettings;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Passes one request on and its answer back, buffer by buffer: who reads slowly slows the service down, not the edge's memory up. */
@Component
class Forward {

    private final WebClient client;
    private final SuiteTokens tokens;
    private final Map<String, URI> services;
    private final Duration idleTimeout;
    private final Duration readerTimeout;

    Forward(ServiceClient client, SuiteTokens tokens, DashboardSettings settings) {
        this.client = client.client();
        this.tokens = tokens;
        this.services = settings.services();
        this.idleTimeout = settings.idleTimeout();
        this.readerTimeout = settings.readerTimeout();
    }

    /** @param path behind the service's address, as written by the caller */
    Mono<Void> pass(
            ServerHttpRequest request, ServerHttpResponse response, String service, String path, Caller caller) {
        return client.method(request.getMethod())
                .uri(address(service, path, request.getURI().getRawQuery()))
                .headers(headers -> {
                    PassedHeaders.toService(request.getHeaders(), headers);
                    headers.setBearerAuth(tokens.mint(caller));
                })
                .body(BodyInserters.fromDataBuffers(request.getBody()))
                .exchangeToMono(answer -> passBack(answer, request.getMethod(), response, service))
                .onErrorMap(
                        error -> Unreachable.is(error) && !response.isCommitted(),
                        error -> Unreachable.problem(service, error));
    }

    private URI address(String service, String path, @Nullable String query) {
        URI base = services.get(service);
        if (base == null) {
            throw ProblemException.unavailable("The service " + service + " is not configured here.", 60);
        }
        String start = base.toString().replaceAll("/+$", "");
        return URI.create(start + path + (query == null ? "" : "?" + query));
    }

    private Mono<Void> passBack(ClientResponse answer, HttpMethod method, ServerHttpResponse response, String service) {
        if (answer.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            // the caller's token was good: it is the suite's own that was refused
            return answer.releaseBody().then(Mono.error(() -> Unreachable.broken(service)));
        }
        response.setStatusCode(answer.statusCode());
        HttpHeaders headers = answer.headers().asHttpHeaders();
        PassedHeaders.toCaller(headers, response.getHeaders());
        if (method == HttpMethod.HEAD) {
            return answer.releaseBody().then(response.setComplete());
        }
        Flux<DataBuffer> body = Silence.limited(answer.bodyToFlux(DataBuffer.class), idleTimeout, readerTimeout);
        // one flush a buffer: an event of a live stream must not wait for the next one
        return response.writeAndFlushWith(body.map(Mono::just));
    }
}
