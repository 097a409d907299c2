package groupwatch.report.mail;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Hands mails to Resend's HTTP API, so many in a second. The mail's key lets Resend know an attempt that it has seen before. */
@Component
final class ResendClient implements Transport, DisposableBean {

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int CONNECTIONS = 8;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ResendSettings settings;
    private final ResendQuota quota;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();
    private final ConnectionProvider connections;
    private final WebClient client;
    private final RateLimiter pace;

    ResendClient(
            ResendSettings settings,
            MailSettings mail,
            ResendQuota quota,
            ReactorResourceFactory resources,
            Clock clock) {
        this.settings = settings;
        this.quota = quota;
        this.clock = clock;
        this.connections = ConnectionProvider.builder("resend")
                .maxConnections(CONNECTIONS)
                .maxIdleTime(IDLE)
                .pendingAcquireMaxCount(mail.waiting())
                .pendingAcquireTimeout(settings.timeLimit())
                .build();
        this.client = client(settings, connections, resources);
        this.pace = RateLimiter.of(
                "resend",
                RateLimiterConfig.custom()
                        .limitForPeriod(settings.perSecond())
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(mail.timeLimit())
                        .build());
    }

    private static WebClient client(
            ResendSettings settings, ConnectionProvider connections, ReactorResourceFactory resources) {
        HttpClient http = HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                // an attempt is one request; whether there is another is decided by who asked for it
                .disableRetry(true)
                .responseTimeout(settings.timeLimit());
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .baseUrl(settings.url().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    @Override
    public Mono<Attempt> attempt(Mail mail, MailAccount account) {
        String key = account.password();
        if (key == null) {
            return Mono.just(Attempt.unusable("Resend takes an API key: set it as pass."));
        }
        return asked(mail, account, key)
                .transformDeferred(RateLimiterOperator.of(pace))
                .flatMap(answer -> quota.count(answer).thenReturn(ResendVerdict.of(answer, clock)))
                .onErrorResume(error -> Mono.just(unanswered(error)));
    }

    private Mono<ResendAnswer> asked(Mail mail, MailAccount account, String key) {
        return Mono.defer(() -> client.post()
                        .uri("/emails")
                        .headers(headers -> headers.setBearerAuth(key))
                        .header("Idempotency-Key", MailHeaders.atom(mail.key()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json.writeValueAsBytes(ResendBody.of(mail, account)))
                        .exchangeToMono(this::read))
                .timeout(settings.timeLimit());
    }

    private Mono<ResendAnswer> read(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .map(this::parsed)
                .defaultIfEmpty(MissingNode.getInstance())
                .map(body -> ResendAnswer.of(
                        response.statusCode().value(), response.headers().asHttpHeaders(), body, clock));
    }

    /** An error page is none of Resend's. */
    private JsonNode parsed(byte[] body) {
        try {
            return Objects.requireNonNullElse(json.readTree(body), MissingNode.getInstance());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private Attempt unanswered(Throwable error) {
        if (error instanceof RequestNotPermitted) {
            return Attempt.untried("Too many mails are on their way to Resend; this one was not tried.", null);
        }
        if (Causes.has(error, ConnectException.class) || Causes.has(error, UnknownHostException.class)) {
            return Attempt.failed("Resend cannot be reached at " + settings.url() + ".");
        }
        return Attempt.failed(
                "Resend did not answer (" + error.getClass().getSimpleName()
                        + "): it is not certain whether it took the mail. The next attempt has the same idempotency key: it is sent once.");
    }

    @Override
    public void destroy() {
        connections.dispose();
    }
}
