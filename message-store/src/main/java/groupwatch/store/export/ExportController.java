package groupwatch.store.export;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Jids;
import groupwatch.store.chat.Chat;
import groupwatch.store.chat.ChatFinder;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Chats in bulk over HTTP, scope {@code messages:read}. What the caller may not see is answered like what does not exist. */
@RestController
class ExportController {

    private final ChatFinder chats;
    private final ChatNames names;
    private final BulkAnswer answer;
    private final Clock clock;

    ExportController(ChatFinder chats, ChatNames names, BulkAnswer answer, Clock clock) {
        this.chats = chats;
        this.names = names;
        this.answer = answer;
        this.clock = clock;
    }

    /**
     * {@code GET /groups/{jid}/messages} with {@code Accept: application/x-ndjson}, and the same of {@code /chats/{jid}} with
     * {@code account=}: every message that passes {@code type}, {@code sender}, {@code has}, {@code from} and {@code to}, one
     * a line, newest first unless {@code order=asc}; all of them unless {@code limit} is given.
     */
    @GetMapping(
            path = {"/groups/{jid}/messages", "/chats/{jid}/messages"},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> messages(
            @PathVariable String jid, @RequestParam MultiValueMap<String, String> query, ServerWebExchange exchange) {
        Bulk bulk = Bulk.messages(query);
        return chat(jid, bulk.filter().account(), exchange).flatMap(chat -> answer.send(chat, bulk, exchange));
    }

    /**
     * {@code GET /groups/{jid}/export?format=ndjson|csv&tz=&bom=true}, and the same of {@code /chats/{jid}} with
     * {@code account=}: a file to download, with the filters of the list, oldest first unless {@code order=desc}.
     */
    @GetMapping({"/groups/{jid}/export", "/chats/{jid}/export"})
    Mono<Void> export(
            @PathVariable String jid, @RequestParam MultiValueMap<String, String> query, ServerWebExchange exchange) {
        Bulk bulk = Bulk.export(query);
        return chat(jid, bulk.filter().account(), exchange)
                .delayUntil(chat -> named(jid, chat, bulk, exchange))
                .flatMap(chat -> answer.send(chat, bulk, exchange));
    }

    private Mono<Chat> chat(String jid, @Nullable String account, ServerWebExchange exchange) {
        String chat = jidIn(exchange, jid);
        return CurrentCaller.get()
                .flatMap(caller -> chats.find(chat, account, caller))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such chat.")));
    }

    /** Below {@code /groups} only groups. */
    private static String jidIn(ServerWebExchange exchange, String jid) {
        return exchange.getRequest().getPath().pathWithinApplication().value().startsWith("/groups/")
                ? Jids.group(jid)
                : Jids.anyChat(jid);
    }

    private Mono<FileName> named(String jid, Chat chat, Bulk bulk, ServerWebExchange exchange) {
        return names.of(chat, jid)
                .map(name -> FileName.of(
                        name,
                        jid.replaceAll("@.*", ""),
                        bulk.filter().from(),
                        bulk.filter().to(),
                        bulk.zone(),
                        bulk.format().extension(),
                        clock))
                .doOnNext(name ->
                        exchange.getResponse().getHeaders().set(HttpHeaders.CONTENT_DISPOSITION, name.disposition()));
    }
}
