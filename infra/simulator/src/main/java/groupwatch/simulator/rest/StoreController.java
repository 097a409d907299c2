package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.wire.Json;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /simulator}: what an instance remembers, and what is the matter with its memory. */
@RestController
@RequestMapping("/simulator/{instance}")
class StoreController {

    /** {@code {"saving": true, "duplicates": 0.1}}: whether messages are saved, and which share of them has a second row. */
    @PostMapping("/store")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ObjectNode> store(Instance instance, @RequestBody JsonNode body) {
        var book = instance.messages();
        var share = Demand.within(body, "duplicates", 0, 1, book.duplicates());
        return Mono.fromCallable(() -> {
                    book.saving(body.path("saving").asBoolean(book.saving()));
                    var written = body.has("duplicates") ? book.duplicate(share) : 0;
                    return Json.object()
                            .put("saving", book.saving())
                            .put("duplicates", book.duplicates())
                            .put("written", written)
                            .put("messages", book.size());
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Every message of the store once, as WhatsApp means it in the end; one a line. */
    @GetMapping("/truth")
    ResponseEntity<Flux<DataBuffer>> truth(Instance instance) {
        return Lines.of(Flux.defer(() -> Flux.fromIterable(instance.messages().messages()))
                .map(Truth::json)
                .subscribeOn(Schedulers.boundedElastic()));
    }
}
