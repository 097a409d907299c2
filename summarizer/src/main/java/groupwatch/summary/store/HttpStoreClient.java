package groupwatch.summary.store;

import groupwatch.events.message.Message;
import groupwatch.kit.client.ServiceClient;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteTokens;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks over HTTP, with the suite's token of whoever asks: what they may not see, the store does not tell. */
@Component
class HttpStoreClient implements StoreClient, DisposableBean {

    private static final Set<String> READING = Set.of(Scopes.GROUPS_READ, Scopes.MESSAGES_READ);
    private static final int PAGE = 500;

    private final StoreSettings settings;
    private final ServiceClient client;
    private final ServiceClient reader;

    HttpStoreClient(StoreSettings settings, SuiteTokens tokens, ReactorResourceFactory resources) {
        this.settings = settings;
        this.client = new ServiceClient("message-store", settings.client(), tokens, resources);
        this.reader = new ServiceClient("message-store-readers", settings.reader(), tokens, resources);
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
        return client.get(reading(caller), uri);
    }

    /** Of a group that is not there: none. */
    private Flux<StoredMessage> lines(Caller caller, Function<UriBuilder, URI> uri) {
        return reader.lines(reading(caller), uri).map(StoredJson::stored);
    }

    private static Caller reading(Caller caller) {
        return new Caller(caller.subject(), READING, caller.groups());
    }

    @Override
    public void destroy() {
        client.dispose();
        reader.dispose();
    }
}
