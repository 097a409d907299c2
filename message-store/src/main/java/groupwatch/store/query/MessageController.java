package groupwatch.store.query;

import groupwatch.events.message.Message;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.kit.security.Scopes;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Page;
import groupwatch.store.api.Parameters;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.raw.RawEvents;
import java.util.List;
import java.util.Set;
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

    private static final int LONGEST_ID = 512;

    private final GroupList groups;
    private final MessagePages pages;
    private final MessageFinder finder;
    private final MessageLoader loader;
    private final RawEvents rawEvents;

    MessageController(
            GroupList groups, MessagePages pages, MessageFinder finder, MessageLoader loader, RawEvents rawEvents) {
        this.groups = groups;
        this.pages = pages;
        this.finder = finder;
        this.loader = loader;
        this.rawEvents = rawEvents;
    }

    /**
     * {@code GET /groups/{jid}/messages?limit=&cursor=&order=desc|asc&type=&sender=&from=&to=&has=media}, scope
     * {@code messages:read}: a group's messages, newest first unless {@code order=asc}. {@code type} takes several, comma
     * separated; {@code sender} any identity of a person; {@code from} (inclusive) and {@code to} (exclusive) a time or a day.
     * A page may hold fewer than {@code limit} and still have a {@code next}. A cursor can be used in either order.
     */
    @GetMapping("/groups/{jid}/messages")
    Mono<Page<Message>> messages(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        String group = Jids.group(jid);
        MessageFilter filter = MessageFilter.of(query);
        return CurrentCaller.get()
                .filter(caller -> caller.mayRead(group))
                .filterWhen(caller -> groups.knows(group))
                .flatMap(caller -> pages.page(group, filter))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such group.")));
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
        String known = id(id);
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
                                .map(events -> new ShownMessage(message, events))
                        : Mono.just(new ShownMessage(message, null)));
    }

    private static void requireRaw(Caller caller, boolean raw) {
        if (raw && !caller.has(Scopes.RAW_READ)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "forbidden", "Raw events need the scope " + Scopes.RAW_READ + ".");
        }
    }

    private static String id(String id) {
        if (id.isBlank() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
            throw Parameters.bad("id", "must be a message id of at most " + LONGEST_ID + " characters");
        }
        return id;
    }
}
