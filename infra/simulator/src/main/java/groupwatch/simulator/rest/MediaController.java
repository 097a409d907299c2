package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.wire.MediaJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /message/send…} with a file. */
@RestController
@RequestMapping("/message")
@ResponseStatus(HttpStatus.CREATED)
class MediaController {

    private static final Map<String, String> MIME =
            Map.of("image", "image/jpeg", "video", "video/mp4", "audio", "audio/mpeg", "document", "application/pdf");

    private final SendMessage send;

    MediaController(SendMessage send) {
        this.send = send;
    }

    @PostMapping("/sendMedia/{instance}")
    Mono<ObjectNode> media(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number", "mediatype");
        var kind = body.path("mediatype").asString("");
        if (!MIME.containsKey(kind)) {
            throw EvolutionException.invalid(
                    List.of("mediatype is not one of enum values: image,document,video,audio,ptv"));
        }
        var mime = body.path("mimetype").asString(MIME.getOrDefault(kind, ""));
        return send(instance, body, "media", kind, mime, (id, at, file) -> content(kind, id, at, file, body));
    }

    @PostMapping(path = "/sendMedia/{instance}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ObjectNode> mediaForm(Instance instance, @RequestBody MultiValueMap<String, Part> parts) {
        return FormBody.json(parts, "media").flatMap(body -> media(instance, body));
    }

    /** A voice note; {@code encoding} changes nothing, no sound is converted. */
    @PostMapping("/sendWhatsAppAudio/{instance}")
    Mono<ObjectNode> audio(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number");
        return send(
                instance,
                body,
                "audio",
                "audio",
                "audio/ogg; codecs=opus",
                (id, at, file) -> MediaJson.audio(id, at, file, null, true));
    }

    @PostMapping(path = "/sendWhatsAppAudio/{instance}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ObjectNode> audioForm(Instance instance, @RequestBody MultiValueMap<String, Part> parts) {
        return FormBody.json(parts, "audio").flatMap(body -> audio(instance, body));
    }

    @PostMapping("/sendSticker/{instance}")
    Mono<ObjectNode> sticker(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number");
        return send(instance, body, "sticker", "sticker", "image/webp", MediaJson::sticker);
    }

    @PostMapping("/sendPtv/{instance}")
    Mono<ObjectNode> videoNote(Instance instance, @RequestBody JsonNode body) {
        Demand.properties(body, "number");
        return send(
                instance,
                body,
                "video",
                "ptv",
                "video/mp4",
                (id, at, file) -> MediaJson.video(id, at, file, null, null));
    }

    /** The part of the message that is about the file. */
    @FunctionalInterface
    private interface Content {

        ObjectNode of(String id, Instant at, MediaFile file);
    }

    private Mono<ObjectNode> send(
            Instance instance, JsonNode body, String field, String kind, String mime, Content content) {
        var to = Recipient.of(instance, body.path("number").asString(""));
        return Upload.of(body.path(field).asString(""), kind, mime).flatMap(file -> {
            if (instance.failingUploads().getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw EvolutionException.failed(List.of("Error: Media upload failed on all hosts"));
            }
            var id = SendMessage.newId();
            return send.send(
                    instance,
                    to,
                    id,
                    (same, sent) -> sent.media(type(kind), content.of(id, send.now(), file), body),
                    file);
        });
    }

    private static String type(String kind) {
        return kind + "Message";
    }

    private static ObjectNode content(String kind, String id, Instant at, MediaFile file, JsonNode body) {
        var caption = text(body, "caption");
        return switch (kind) {
            case "image" -> MediaJson.image(id, at, file, caption);
            case "video" -> MediaJson.video(id, at, file, null, caption);
            case "audio" -> MediaJson.audio(id, at, file, null, false);
            default -> MediaJson.document(id, at, file, body.path("fileName").asString("document"), null, caption);
        };
    }

    private static @Nullable String text(JsonNode body, String name) {
        return body.path(name).isString() ? body.path(name).stringValue() : null;
    }
}
