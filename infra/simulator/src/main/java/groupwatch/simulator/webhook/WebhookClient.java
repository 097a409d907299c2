package groupwatch.simulator.webhook;

import groupwatch.simulator.SimulatorSettings;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** One attempt, with the headers and the redirects of axios. */
@Component
class WebhookClient implements SmartLifecycle {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> AS_GET = Set.of(301, 302, 303);
    private static final Set<Integer> AS_IT_WAS = Set.of(307, 308);

    private final ConnectionProvider connections;
    private final HttpClient http;
    private volatile boolean running;

    /** @param location absent unless it is a redirect */
    private record Answer(int status, @Nullable String location) {}

    WebhookClient(SimulatorSettings settings, ReactorResourceFactory resources) {
        var webhooks = settings.webhooks();
        this.connections = ConnectionProvider.builder("webhooks")
                .maxConnections(webhooks.connections())
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(
                        Duration.ofHours(1)) // the queue is Evolution's: unlimited, ours is bounded before
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        this.http = HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                .responseTimeout(webhooks.timeout())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        webhooks.timeout().toMillis());
    }

    /** The status of the last answer; an error when there was none in time. */
    Mono<Integer> send(Letter letter) {
        return follow(letter, letter.url(), HttpMethod.POST, 0);
    }

    private Mono<Integer> follow(Letter letter, String url, HttpMethod method, int redirects) {
        return exchange(letter, url, method).flatMap(answer -> {
            var next = answer.location();
            if (next == null || redirects >= MOST_REDIRECTS) {
                return Mono.just(answer.status());
            }
            var again = AS_IT_WAS.contains(answer.status()) ? method : HttpMethod.GET;
            return follow(letter, URI.create(url).resolve(next).toString(), again, redirects + 1);
        });
    }

    private Mono<Answer> exchange(Letter letter, String url, HttpMethod method) {
        var posts = method.equals(HttpMethod.POST);
        return http.headers(headers -> headers(headers, letter, posts))
                .request(method)
                .uri(url)
                .send((request, out) -> posts
                        ? out.sendObject(Mono.just(Unpooled.wrappedBuffer(letter.body())))
                        : out.send(Mono.empty()))
                .responseSingle((response, body) -> {
                    var status = response.status().code();
                    var redirects = AS_GET.contains(status) || AS_IT_WAS.contains(status);
                    var location = redirects ? response.responseHeaders().get("Location") : null;
                    return body.then(Mono.just(new Answer(status, location)));
                });
    }

    private static void headers(HttpHeaders headers, Letter letter, boolean posts) {
        headers.set("accept", "application/json, text/plain, */*");
        if (posts) {
            headers.set("content-type", "application/json");
        }
        letter.headers().forEach(headers::set);
        headers.set("user-agent", "axios/1.13.2");
        headers.set("x-groupwatch-simulator", "true");
        if (posts) {
            headers.set("content-length", letter.body().length);
        }
        headers.set("accept-encoding", "gzip, compress, deflate, br").set("connection", "keep-alive");
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the event loops end: they close the connections. */
    @Override
    public void stop() {
        running = false;
        connections.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
