package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.play.Teller;
import groupwatch.simulator.store.FileFate;
import groupwatch.simulator.wire.Chat;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.Utterance;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /simulator/{instance}/file}: somebody in a group sends a file of a kind, and something may be the matter with it. */
@RestController
class TellFileController {

    private static final long LARGEST = 1L << 30;
    private static final int SLOW = 10;
    private static final Persona SENDER = new Persona("Filipa", "5511999990777", "27000000000777");
    private static final Room ROOM =
            new Room("120363000000007777@g.us", "Simulated files", "", "en", ZoneOffset.UTC, List.of(SENDER));

    private final Clock clock;

    TellFileController(Clock clock) {
        this.clock = clock;
    }

    /**
     * {@code {"kind": "image", "fate": "whole"}}. For a video {@code size} in bytes, 1 GB at most; {@code text} is a caption, or what is said
     * or written in it. Answers the message's id, chat, and the hash it tells.
     */
    @PostMapping("/simulator/{instance}/file")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ObjectNode> tell(Instance instance, @RequestBody JsonNode body) {
        Demand.open(instance);
        var content = content(body);
        var fate = fate(body);
        return Mono.fromCallable(() -> said(instance, content))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(said -> Mono.fromCallable(() -> new Teller(instance).say(said, fate))
                        .flatMap(events -> instance.outbox().send(events.toArray(Event[]::new)))
                        .thenReturn(answer(said)));
    }

    private Utterance said(Instance instance, Content content) {
        var room = instance.groups().rooms().stream().findFirst().orElse(ROOM);
        var chat = instance.groups().chat(room);
        return Utterance.plain(SendMessage.newId(), chat, SENDER, clock.instant(), content);
    }

    private static ObjectNode answer(Utterance said) {
        Chat chat = said.chat();
        return Json.object()
                .put("id", said.id())
                .put("chat", chat.jid())
                .put(
                        "sha256",
                        HexFormat.of()
                                .formatHex(Objects.requireNonNull(said.file()).sha256()));
    }

    private static Content content(JsonNode body) {
        var text = body.path("text").asString("Simulated");
        var size = body.path("size").asLong(0);
        if (size < 0 || size > LARGEST) {
            throw EvolutionException.badRequest("size must be from 0 to " + LARGEST);
        }
        return switch (body.path("kind").asString("image")) {
            case "image" -> new Content.Image(text);
            case "video" -> new Content.Video(text, 3, size);
            case "voice" -> new Content.Voice(4, text);
            case "sticker" -> new Content.Sticker();
            case "pdf" -> new Content.Document("simulated.pdf", "application/pdf", 2, null, text);
            case "docx" ->
                new Content.Document(
                        "simulated.docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        1,
                        null,
                        text);
            case "xlsx" ->
                new Content.Document(
                        "simulated.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        1,
                        null,
                        text);
            case "text" -> new Content.Document("simulated.txt", "text/plain", 1, null, text);
            default ->
                throw EvolutionException.badRequest(
                        "kind must be one of image, video, voice, sticker, pdf, docx, xlsx, text");
        };
    }

    private static FileFate fate(JsonNode body) {
        return switch (body.path("fate").asString("whole")) {
            case "whole" -> FileFate.WHOLE;
            case "expired" -> new FileFate.Expired();
            case "corrupt" -> new FileFate.Corrupt();
            case "slow" ->
                new FileFate.Slow(Duration.ofMillis(
                        (long) (1000 * Math.clamp(body.path("seconds").asDouble(SLOW), 0.0, 3600.0))));
            default -> throw EvolutionException.badRequest("fate must be one of whole, expired, corrupt, slow");
        };
    }
}
