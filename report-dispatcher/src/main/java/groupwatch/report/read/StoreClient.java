package groupwatch.report.read;

import groupwatch.kit.client.ServiceClient;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.report.content.Citation;
import groupwatch.report.search.CheckSearch;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * The message store's API, as far as reports need it.
 *
 * <p>Errors: {@link ServiceUnavailableException} when it does not answer in time; another try later makes sense.
 */
@Component
public class StoreClient implements CheckSearch, DisposableBean {

    /** As many groups as one search can be limited to. */
    public static final int GROUPS_A_SEARCH = Callers.MOST_GROUPS;

    private static final int GROUPS_A_PAGE = 500;
    private static final int HITS_A_PAGE = 100;

    private final ServiceClient client;

    StoreClient(StoreSettings settings, SuiteTokens tokens, ReactorResourceFactory resources) {
        this.client = new ServiceClient("message-store", settings.client(), tokens, resources);
    }

    /** @param wanted JIDs; empty: all */
    public Flux<KnownGroup> groups(Set<String> wanted) {
        Caller caller = Callers.of(wanted, Scopes.GROUPS_READ);
        return Pages.of(cursor -> get(caller, uri -> {
                    uri.path("/groups").queryParam("limit", GROUPS_A_PAGE);
                    return Pages.at(uri, cursor).build();
                }))
                .map(StoreJson::group)
                .filter(group -> wanted.isEmpty() || wanted.contains(group.jid()));
    }

    /**
     * A group's figures; {@link GroupStats#NONE} of one that is not there.
     *
     * @param until the day after the last
     * @param zone by whose clock days begin
     * @param top how many senders are named, 1 or more
     */
    public Mono<GroupStats> stats(String group, LocalDate from, LocalDate until, ZoneId zone, int top) {
        return get(
                        Callers.of(Set.of(group), Scopes.GROUPS_READ),
                        uri -> uri.path("/groups/{jid}/stats")
                                .queryParam("from", from)
                                .queryParam("to", until)
                                .queryParam("tz", "{tz}")
                                .queryParam("top", top)
                                .build(group, zone.getId()))
                .map(StoreJson::stats)
                .defaultIfEmpty(GroupStats.NONE);
    }

    /** Messages of a group by their ids; those that are not there are not in it. */
    public Mono<Map<String, Citation>> messages(String group, Set<String> ids) {
        Caller caller = Callers.of(Set.of(group), Scopes.MESSAGES_READ);
        return Flux.fromIterable(IdPortions.of(ids))
                .concatMap(portion -> get(
                        caller,
                        uri -> uri.path("/groups/{jid}/messages")
                                .queryParam("ids", "{ids}")
                                .build(group, String.join(",", portion))))
                .concatMapIterable(page -> page.path("items"))
                .map(StoreJson::citation)
                .collectMap(Citation::message);
    }

    /**
     * A page of what a search finds in groups, the newest first. A query that the store does not take is a {@link ServiceUnavailableException}
     * whose problem has the status 400.
     *
     * @param groups JIDs, as many as go into a token; empty: all
     * @param zone in which the days of the query begin
     */
    public Mono<SearchPage> search(Set<String> groups, String query, ZoneId zone, @Nullable String cursor) {
        return get(Callers.of(groups, Scopes.MESSAGES_READ), uri -> {
                    uri.path("/search")
                            .queryParam("q", "{q}")
                            .queryParam("tz", "{tz}")
                            .queryParam("limit", HITS_A_PAGE);
                    return Pages.at(uri, cursor).build(query, zone.getId());
                })
                .map(StoreClient::page);
    }

    private static SearchPage page(JsonNode answer) {
        List<SearchHit> hits = answer.path("items")
                .valueStream()
                .map(StoreJson::hit)
                .flatMap(Optional::stream)
                .toList();
        return new SearchPage(hits, Pages.next(answer));
    }

    @Override
    public Mono<String> problemWith(String query) {
        return client.post(
                        Callers.of(Set.of(), Scopes.MESSAGES_READ),
                        uri -> uri.path("/search/explain").build(),
                        Map.of("q", query))
                .retryWhen(ServiceClient.whenBusy())
                .then(Mono.<String>empty())
                .onErrorResume(ServiceUnavailableException.class, StoreClient::sentence);
    }

    private static Mono<String> sentence(ServiceUnavailableException error) {
        if (!error.is(400) || error.problem() == null) {
            return Mono.error(error);
        }
        String detail = error.problem().detail();
        return Mono.just(detail == null ? "The search does not understand it." : detail);
    }

    private Mono<JsonNode> get(Caller caller, Function<UriBuilder, URI> uri) {
        return client.get(caller, uri).retryWhen(ServiceClient.whenBusy());
    }

    @Override
    public void destroy() {
        client.dispose();
    }
}
