package groupwatch.watchdog.read;

import groupwatch.events.message.Message;
import groupwatch.kit.client.ServiceClient;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteTokens;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The message store's API, as far as the watchdog needs it.
 *
 * <p>Errors: {@link ServiceUnavailableException} when it does not answer in time; another try later makes sense.
 */
@Component
public class StoreClient implements DisposableBean {

    private static final int GROUPS_A_PAGE = 500;
    private static final Caller CALLER =
            Caller.service("connection-watchdog", Scopes.GROUPS_READ, Scopes.MESSAGES_READ);
    private static final Caller OF_LIMITS = Caller.service("connection-watchdog", Scopes.SUITE_READ);

    private final ServiceClient client;

    StoreClient(StoreSettings settings, SuiteTokens tokens, ReactorResourceFactory resources) {
        this.client = new ServiceClient("message-store", settings.client(), tokens, resources);
    }

    /**
     * Messages of a chat by their ids; those that are not there are not in it, of a chat nobody knows none is.
     *
     * @param chat a group, or the other side of a direct chat of the account
     */
    public Mono<Map<String, Message>> messages(String account, String chat, Collection<String> ids) {
        return Flux.fromIterable(IdPortions.of(ids))
                .concatMap(portion -> get(uri -> {
                    uri.path(path(chat, "messages")).queryParam("ids", "{ids}");
                    return isGroup(chat)
                            ? uri.build(chat, String.join(",", portion))
                            : uri.queryParam("account", "{account}").build(chat, String.join(",", portion), account);
                }))
                .concatMapIterable(page -> page.path("items"))
                .map(StoreJson::message)
                .collectMap(Message::id);
    }

    /** All groups it knows of. */
    public Flux<StoreGroup> groups() {
        return Pages.of(cursor -> get(uri -> {
                    uri.path("/groups").queryParam("limit", GROUPS_A_PAGE);
                    return Pages.at(uri, cursor).build();
                }))
                .map(StoreJson::group);
    }

    /**
     * How the messages of a chat came, by day and account; a day without messages is left out.
     *
     * @param until the day after the last
     */
    public Flux<Origins> origins(String chat, LocalDate from, LocalDate until) {
        return get(uri -> uri.path(path(chat, "origins"))
                        .queryParam("from", from)
                        .queryParam("to", until)
                        .build(chat))
                .flatMapIterable(answer -> answer.path("items"))
                .map(StoreJson::origins);
    }

    /** What it deletes. Counted anew for each who asks: not for every day. */
    public Mono<Retention> retention() {
        return client.get(OF_LIMITS, uri -> uri.path("/retention").build()).map(StoreJson::retention);
    }

    private Mono<JsonNode> get(Function<UriBuilder, URI> uri) {
        return client.get(CALLER, uri).retryWhen(ServiceClient.whenBusy());
    }

    private static String path(String chat, String what) {
        return (isGroup(chat) ? "/groups/{jid}/" : "/chats/{jid}/") + what;
    }

    private static boolean isGroup(String chat) {
        return chat.endsWith("@g.us");
    }

    @Override
    public void destroy() {
        client.dispose();
    }
}
