package groupwatch.store.export;

import groupwatch.store.StoreMetrics;
import groupwatch.store.chat.Chat;
import groupwatch.store.query.Excerpts;
import groupwatch.store.query.ShownMessage;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers with all messages of a chat. An error before the first portion is an ordinary problem; one on the way breaks the
 * connection off without the end that a whole answer has. A reader that goes away, or takes nothing for too long, ends the walk.
 */
@Component
class BulkAnswer {

    private final ChatWalk walk;
    private final Excerpts excerpts;
    private final Turns turns;
    private final ExportProperties settings;
    private final StoreMetrics metrics;

    BulkAnswer(ChatWalk walk, Excerpts excerpts, Turns turns, ExportProperties settings, StoreMetrics metrics) {
        this.walk = walk;
        this.excerpts = excerpts;
        this.turns = turns;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** The answer's own headers are set before. */
    Mono<Void> send(Chat chat, Bulk bulk, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(bulk.format().mediaType());
        response.getHeaders().setCacheControl("no-store");
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        return turns.take(() -> response.writeWith(body(chat, bulk, response)));
    }

    private Flux<DataBuffer> body(Chat chat, Bulk bulk, ServerHttpResponse response) {
        return Flux.defer(() -> {
            Writer writer = new Writer(bulk.format(), bulk.limit(), metrics);
            return portions(chat, bulk)
                    .map(writer::pieces)
                    .takeUntil(any -> writer.isFull())
                    .concatMapIterable(pieces -> pieces, 1)
                    .map(piece -> response.bufferFactory().wrap(piece));
        });
    }

    /** A portion is there within its own time limit: a longer silence is the reader's. */
    private Flux<List<ShownMessage>> portions(Chat chat, Bulk bulk) {
        return walk.portions(chat, bulk.filter(), bulk.oldestFirst())
                .map(portion -> portion.stream().map(ShownMessage::plain).toList())
                // no portion ahead: one is all there is in memory
                .concatMap(portion -> withExcerpts(chat, portion, bulk.excerpt()), 0)
                .timeout(settings.readerTimeout());
    }

    private Mono<List<ShownMessage>> withExcerpts(Chat chat, List<ShownMessage> portion, int length) {
        return length == 0
                ? Mono.just(portion)
                : excerpts.with(chat, portion, length).timeout(settings.stepTimeout());
    }
}
