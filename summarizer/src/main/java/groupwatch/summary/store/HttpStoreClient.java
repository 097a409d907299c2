package groupwatch.summary.store;

import groupwatch.events.message.Message;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteTokens;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks over HTTP, with the suite's token of whoever asks: what they may not see, the store does not tell. */
@Component
class HttpStoreClient implements StoreClient, DisposableBean {

    private static final Set<String> READING = Set.of(Scopes.GROUPS_READ, Scopes.MESSAGES_READ);
    private static final int LARGEST_ITEM = 8 * 1024 * 1024;
    private static final int PAGE = 500;
    private static final int MOST_IN_LINE = 500;

    /** Others read too: the store has a turn for us soon. */
    private static final Retry WHEN_IT_IS_BUSY = Retry.backoff(4, Duration.ofMillis(300))
            .maxBackoff(Duration.ofSeconds(3))
            .filter(BusyStoreException.class::isInstance)
            .onRetryExhaustedThrow((retry, last) -> last.failure());

    private final StoreSettings settings;
    private final SuiteTokens tokens;
    private final ConnectionProvider connections;
    private final ConnectionProvider readers;
    private final WebClient client;
    private final WebClient reader;

    HttpStoreClient(StoreSettings settings, SuiteTokens tokens, ReactorResourceFactory resources) {
        this.settings = settings;
        this.tokens = tokens;
        this.connections = connections("message-store", settings.connections(), settings);
        this.readers = connections("message-store-readers", settings.readers(), settings);
        this.client = client(connections, resources, settings);
        this.reader = client(readers, resources, settings);
    }

    /** Whoever gets none waits in line, as long as for an answer. */
    private static ConnectionProvider connections(String name, int most, StoreSettings settings) {
        return ConnectionProvider.builder(name)
                .maxConnections(most)
                .pendingAcquireMaxCount(MOST_IN_LINE)
                .pendingAcquireTimeout(settings.answerTimeout())
                // shorter than the store keeps an idle connection
                .maxIdleTime(Duration.ofSeconds(4))
                .build();
    }

    private static WebClient client(
            ConnectionProvider connections, ReactorResourceFactory resources, StoreSettings settings) {
        HttpClient http = HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis());
        return WebClient.builder()
                .baseUrl(settings.url().toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ITEM))
                .build();
    }

    @Override
    public Flux<StoredGroup> groups(Caller caller) {
        return groupsFrom(caller, null)
                .expand(page -> page.path("next").isString()
                        ? groupsFrom(caller, page.path("next").asString())
                        : Mono.empty())
                .concatMapIterable(page -> page.path("items"))
                .map(StoredJson::listed);
    }

    private Mono<JsonNode> groupsFrom(Caller caller, @Nullable String cursor) {
        return one(caller, uri -> {
            uri.path("/groups").queryParam("limit", PAGE);
            // a cursor is Base64 and needs no encoding
            return (cursor == null ? uri : uri.queryParam("cursor", cursor)).build();
        });
    }

    @Override
    public Mono<StoredGroup> group(Caller caller, String jid) {
        return one(caller, uri -> uri.path("/groups/{jid}").build(jid)).map(StoredJson::group);
    }

    @Override
    public Flux<StoredMessage> messages(Caller caller, String group, Instant from, Instant until) {
        return lines(
                caller,
                uri -> uri.path("/groups/{jid}/messages")
                        .queryParam("order", "asc")
                        .queryParam("from", "{from}")
                        .queryParam("to", "{to}")
                        .queryParam("excerpt", settings.excerpt())
                        .build(group, from, until));
    }

    @Override
    public Flux<StoredMessage> newest(Caller caller, String group, Instant from, Instant until, int limit) {
        return lines(
                        caller,
                        uri -> uri.path("/groups/{jid}/messages")
                                .queryParam("order", "desc")
                                .queryParam("from", "{from}")
                                .queryParam("to", "{to}")
                                .queryParam("limit", limit)
                                .queryParam("excerpt", settings.excerpt())
                                .build(group, from, until))
                .collectList()
                .doOnNext(Collections::reverse)
                .flatMapIterable(Function.identity());
    }

    @Override
    public Mono<Message> message(Caller caller, String group, String id) {
        return one(
                        caller,
                        uri -> uri.path("/messages/{id}")
                                .queryParam("chat", "{chat}")
                                .build(id, group))
                .map(StoredJson::message);
    }

    @Override
    public Flux<Message> search(Caller caller, String query, ZoneId zone, int limit) {
        return one(
                        caller,
                        uri -> uri.path("/search")
                                .queryParam("q", "{q}")
                                .queryParam("sort", "rank")
                                .queryParam("tz", "{tz}")
                                .queryParam("limit", Math.min(limit, PAGE))
                                .build(query, zone.getId()))
                .flatMapIterable(answer -> answer.path("items"))
                .map(hit -> StoredJson.message(hit.path("message")));
    }

    /** Empty when the store answers 404. */
    private Mono<JsonNode> one(Caller caller, Function<UriBuilder, URI> uri) {
        return asked(client, caller, uri, MediaType.APPLICATION_JSON)
                .exchangeToMono(answer -> switch (answer.statusCode().value()) {
                    case 200 -> answer.bodyToMono(JsonNode.class);
                    case 404 -> answer.releaseBody().then(Mono.empty());
                    default -> this.<JsonNode>refused(answer).next();
                })
                .timeout(settings.answerTimeout())
                .onErrorMap(HttpStoreClient::isAway, HttpStoreClient::away);
    }

    /** Of a group that is not there: none. */
    private Flux<StoredMessage> lines(Caller caller, Function<UriBuilder, URI> uri) {
        return asked(reader, caller, uri, MediaType.APPLICATION_NDJSON)
                .exchangeToFlux(answer -> switch (answer.statusCode().value()) {
                    case 200 -> answer.bodyToFlux(JsonNode.class);
                    case 404 -> answer.releaseBody().thenMany(Flux.empty());
                    default -> refused(answer);
                })
                .timeout(settings.answerTimeout())
                .map(StoredJson::stored)
                .onErrorMap(HttpStoreClient::isAway, HttpStoreClient::away)
                .retryWhen(WHEN_IT_IS_BUSY);
    }

    private WebClient.RequestHeadersSpec<?> asked(
            WebClient client, Caller caller, Function<UriBuilder, URI> uri, MediaType type) {
        String token = tokens.mint(new Caller(caller.subject(), READING, caller.groups()));
        return client.get().uri(uri).accept(type).headers(headers -> headers.setBearerAuth(token));
    }

    private <T> Flux<T> refused(ClientResponse answer) {
        return answer.releaseBody()
                .thenMany(Flux.error(
                        answer.statusCode().value() == 503
                                ? new BusyStoreException()
                                : new StoreUnavailableException(
                                        "the message store answers "
                                                + answer.statusCode().value(),
                                        null)));
    }

    private static boolean isAway(Throwable error) {
        return error instanceof WebClientException
                || error instanceof TimeoutException
                || error instanceof IOException
                || error instanceof DecodingException
                || error instanceof JacksonException;
    }

    private static StoreUnavailableException away(Throwable error) {
        return new StoreUnavailableException(
                "the message store does not answer, or not to the end: "
                        + error.getClass().getSimpleName(),
                error);
    }

    @Override
    public void destroy() {
        connections.dispose();
        readers.dispose();
    }
}
