package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.store.FileFate;
import groupwatch.simulator.store.KeptMessage;
import groupwatch.simulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /chat/getBase64FromMediaMessage}: the file of a message, made again and written as it is made. */
@RestController
class FileController {

    private static final List<String> WRAPPERS =
            List.of("ephemeralMessage", "viewOnceMessage", "viewOnceMessageV2", "documentWithCaptionMessage");
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg",
            "jpeg",
            "image/png",
            "png",
            "image/webp",
            "webp",
            "video/mp4",
            "mp4",
            "audio/mpeg",
            "mpga",
            "audio/ogg",
            "oga",
            "application/pdf",
            "pdf");

    @PostMapping("/chat/getBase64FromMediaMessage/{instance}")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(Instance instance, @RequestBody JsonNode body) {
        var id = body.path("message").path("key").path("id").asString("");
        var row = instance.messages().find(id).orElseThrow(() -> EvolutionException.badRequest("Message not found"));
        var source = row.file();
        var fate = source == null ? FileFate.WHOLE : source.fate();
        if (fate instanceof FileFate.Expired) {
            throw EvolutionException.notFound("Error: the media of this message is no longer on WhatsApp's servers");
        }
        return Mono.fromCallable(() -> bytes(instance, row))
                .subscribeOn(Schedulers.boundedElastic())
                .map(file -> ResponseEntity.status(HttpStatus.CREATED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new FileAnswer(file, fate).in(answer(row, file))));
    }

    private static MediaFile bytes(Instance instance, KeptMessage row) {
        var uploaded = instance.uploads().find(row.keyId());
        var made = row.file();
        if (uploaded == null && made == null) {
            throw EvolutionException.badRequest("The message is not of the media type");
        }
        return uploaded != null || made == null ? Objects.requireNonNull(uploaded) : made.file();
    }

    private static ObjectNode answer(KeptMessage row, MediaFile file) {
        var message = unwrapped(row.data().path("message"));
        var type = message.propertyNames().stream()
                .filter(name -> message.path(name).has("fileSha256"))
                .findFirst()
                .orElseThrow(() -> EvolutionException.badRequest("The message is not of the media type"));
        var media = message.path(type);
        var size = Json.object();
        size.set("fileLength", media.path("fileLength"));
        for (var name : List.of("height", "width")) {
            if (media.has(name)) {
                size.set(name, media.path(name));
            }
        }
        var json = Json.object().put("mediaType", type).put("fileName", name(row, media, file));
        if (media.has("caption")) {
            json.set("caption", media.path("caption"));
        }
        json.set("size", size);
        return json.put("mimetype", file.mime()).putNull("base64").putNull("buffer");
    }

    private static JsonNode unwrapped(JsonNode message) {
        for (var wrapper : WRAPPERS) {
            var inner = message.path(wrapper).path("message");
            if (inner.isObject()) {
                return inner;
            }
        }
        return message;
    }

    private static String name(KeptMessage row, JsonNode media, MediaFile file) {
        var said = text(media.path("fileName"));
        var kind = file.mime().replaceAll(";.*", "");
        return said == null ? row.keyId() + "." + ENDINGS.getOrDefault(kind, "bin") : said;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
