package groupwatch.store.query;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.kit.security.Scopes;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import groupwatch.store.chat.Chat;
import groupwatch.store.chat.ChatFinder;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.raw.RawEvents;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Messages over HTTP, in the JSON of the topic. What the caller may not see is answered like what does not exist. */
@RestController
class MessageController {

    private static final String NAMED = "ids";
    private static final int MOST_NAMED = 100;

    /** Of a list of a chat's messages. */
    private static final Set<String> PARAMETERS = Stream.of(
                    MessageFilter.PARAMETERS, Paging.PARAMETERS, Set.of(Paging.AROUND, Excerpts.PARAMETER, NAMED))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final String ACCOUNT = "account";
    private static final Set<String> BESIDE_IDS = Set.of(NAMED, Excerpts.PARAMETER);
    private static final Set<String> BESIDE_IDS_OF_CHAT = Set.of(NAMED, Excerpts.PARAMETER, ACCOUNT);

    private final ChatFinder chats;
    private final ChatPages pages;
    private final Excerpts excerpts;
    private final MessageFinder finder;
    private final MessageLoader loader;
    private final RawEvents rawEvents;

    MessageController(
            ChatFinder chats,
            ChatPages pages,
            Excerpts excerpts,
            MessageFinder finder,
            MessageLoader loader,
            RawEvents rawEvents) {
        this.chats = chats;
        this.pages = pages;
        this.excerpts = excerpts;
        this.finder = finder;
        this.loader = loader;
        this.rawEvents = rawEvents;
    }

    /**
     * {@code GET /groups/{jid}/messages?limit=&cursor=&around=&order=desc|asc&type=&sender=&from=&to=&has=media&account=&excerpt=},
     * scope {@code messages:read}: a group's messages, newest first unless {@code order=asc}. {@code type} takes several,
     * comma separated; {@code sender} any identity of a person; {@code from} (inclusive) and {@code to} (exclusive) a time
     * or a day; {@code account} the linked account that saw them; {@code around} a message's id, a time or a day; {@code excerpt}
     * so many characters of what is written in a document. A page may hold fewer than {@code limit} and still have a
     * {@code next}.
     *
     * <p>{@code GET /groups/{jid}/messages?ids=&excerpt=}: up to 100 messages by their ids, comma separated, in that order;
     * those that are not there are left out.
     */
    @GetMapping("/groups/{jid}/messages")
    Mono<MessagePage> ofGroup(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        String group = Jids.group(jid);
        return query.containsKey(NAMED)
                ? named(group, query, BESIDE_IDS, "There is no such group.")
                : messages(group, query, "There is no such group.");
    }

    private Mono<MessagePage> named(
            String jid, MultiValueMap<String, String> query, Set<String> allowed, String unknown) {
        Parameters parameters = new Parameters(query, PARAMETERS);
        query.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(MessageController::refuseBesideIds);
        List<String> ids = parameters.names(NAMED, MOST_NAMED);
        int excerpt = Excerpts.length(parameters);
        return CurrentCaller.get()
                .flatMap(caller -> chats.find(jid, parameters.text(ACCOUNT), caller))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound(unknown)))
                .flatMap(chat -> loaded(chat, ids)
                        .flatMap(items -> excerpts.with(chat, items, excerpt))
                        .map(items -> new MessagePage(items, null, null, null)));
    }

    private static void refuseBesideIds(String name) {
        throw Parameters.bad(name, "does not go with ids: they tell the messages");
    }

    private Mono<List<ShownMessage>> loaded(Chat chat, List<String> ids) {
        return loader.load(ids.stream()
                        .distinct()
                        .map(id -> new MessageKey(chat.scope(), id))
                        .toList())
                // an account's direct chats share their scope
                .map(messages -> messages.values().stream()
                        .filter(message -> chat.jids().contains(message.chat()))
                        .map(ShownMessage::plain)
                        .toList());
    }

    /**
     * {@code GET /chats/{jid}/messages}, scope {@code messages:read}: the same of any chat, a direct one by the number or any
     * identity of the other side. {@code account} is needed there where several linked accounts have a chat with that
     * person; 400 says so. A caller with groups of their own sees no direct chats.
     *
     * <p>{@code GET /chats/{jid}/messages?ids=&account=&excerpt=}: messages by their ids, as of a group.
     */
    @GetMapping("/chats/{jid}/messages")
    Mono<MessagePage> ofChat(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        String chat = Jids.anyChat(jid);
        return query.containsKey(NAMED)
                ? named(chat, query, BESIDE_IDS_OF_CHAT, "There is no such chat.")
                : messages(chat, query, "There is no such chat.");
    }

    private Mono<MessagePage> messages(String jid, MultiValueMap<String, String> query, String unknown) {
        Parameters parameters = new Parameters(query, PARAMETERS);
        MessageFilter filter = MessageFilter.of(parameters);
        Paging paging = Paging.of(parameters);
        int excerpt = Excerpts.length(parameters);
        return CurrentCaller.get()
                .flatMap(caller -> chats.find(jid, filter.account(), caller))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound(unknown)))
                .flatMap(chat -> pages.page(chat, filter, paging)
                        .flatMap(page ->
                                excerpts.with(chat, page.items(), excerpt).map(page::with)));
    }

    /**
     * {@code GET /messages/{id}?chat=&raw=true}, scope {@code messages:read}, for {@code raw} also {@code raw:read}: one
     * message. {@code chat} is needed where several chats have a message of that id; a direct chat is found by either
     * identity of the other side.
     */
    @GetMapping("/messages/{id}")
    Mono<ShownMessage> message(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        Parameters parameters = new Parameters(query, Set.of("chat", "raw"));
        String chat = Jids.chat(parameters.text("chat"));
        boolean raw = parameters.flag("raw");
        String known = Parameters.inPath("id", id);
        return CurrentCaller.get()
                .doOnNext(caller -> requireRaw(caller, raw))
                .flatMap(caller -> finder.find(known, chat, caller))
                .flatMap(key -> show(key, raw))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such message.")));
    }

    private Mono<ShownMessage> show(MessageKey key, boolean raw) {
        return loader.load(List.of(key))
                .mapNotNull(messages -> messages.get(key))
                .flatMap(message -> raw
                        ? rawEvents
                                .ofMessage(key.scope(), key.id())
                                .collectList()
                                .map(events -> new ShownMessage(message, events, null))
                        : Mono.just(ShownMessage.plain(message)));
    }

    private static void requireRaw(Caller caller, boolean raw) {
        if (raw && !caller.has(Scopes.RAW_READ)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "forbidden", "Raw events need the scope " + Scopes.RAW_READ + ".");
        }
    }
}
