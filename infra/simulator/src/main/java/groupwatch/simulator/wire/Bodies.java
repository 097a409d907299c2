package groupwatch.simulator.wire;

import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.media.Noise;
import groupwatch.simulator.world.Content;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What is said, in WhatsApp's protobuf as Evolution shows it. */
public final class Bodies {

    private static final int SECRET = 32;

    private Bodies() {}

    static Body of(Utterance said) {
        var body = plain(said);
        return switch (said.wrapping()) {
            case NONE -> body;
            case DISAPPEARING -> disappearing(said);
            case VIEW_ONCE -> viewOnce(body);
        };
    }

    private static Body plain(Utterance said) {
        var id = said.id();
        var at = said.at();
        return switch (said.content()) {
            case Content.Text text -> text(said, text.text());
            case Content.Image image ->
                Body.withNull("imageMessage", MediaJson.image(id, at, file(said), image.caption()))
                        .in(said.contextInfo());
            case Content.Video video ->
                Body.withNull("videoMessage", MediaJson.video(id, at, file(said), video.seconds(), video.caption()))
                        .in(said.contextInfo());
            case Content.Voice voice ->
                Body.withNull("audioMessage", MediaJson.audio(id, at, file(said), voice.seconds(), true))
                        .in(said.contextInfo());
            case Content.Document document -> document(said, document);
            case Content.Sticker sticker ->
                Body.withNull("stickerMessage", MediaJson.sticker(id, at, file(said)))
                        .in(said.contextInfo());
            case Content.Poll poll -> poll(id, poll.question(), poll.options(), 1);
            case Content.Place place -> place(place).in(said.contextInfo());
            case Content.Card card -> card(card).in(said.contextInfo());
        };
    }

    private static MediaFile file(Utterance said) {
        return Objects.requireNonNull(said.file());
    }

    /** A text with a context arrives as one without a wrapper too: only the context is left of it. */
    private static Body text(Utterance said, String text) {
        var message = Json.object().put("conversation", text);
        if (Noise.number(said.id() + "noise", 4) == 0) {
            message.set("messageContextInfo", deviceList(said.id(), said.at()));
        }
        return new Body(message, "conversation", said.contextInfo());
    }

    private static ObjectNode deviceList(String id, Instant at) {
        var devices = Json.object();
        devices.set("senderKeyIndexes", Json.array());
        devices.set("recipientKeyIndexes", Json.array());
        devices.set("senderKeyHash", Json.bytes(Noise.bytes(id + "devices", 10)));
        devices.set("senderTimestamp", Json.unsigned(at.getEpochSecond() - 86_400));
        var info = Json.object();
        info.set("threadId", Json.array());
        info.set("deviceListMetadata", devices);
        info.put("deviceListMetadataVersion", 2);
        info.set("messageSecret", secret(id));
        return info;
    }

    private static ObjectNode secret(String id) {
        return Json.bytes(Noise.bytes(id + "secret", SECRET));
    }

    /** One with a caption came wrapped and was unwrapped, so that nothing is told of its context. */
    private static Body document(Utterance said, Content.Document document) {
        var content = MediaJson.document(said.id(), said.at(), file(said), document);
        var body = document.caption() == null
                ? Body.withNull("documentMessage", content)
                : Body.without("documentMessage", content);
        return body.in(said.contextInfo());
    }

    public static Body poll(String id, String question, Iterable<String> options, int selectable) {
        var names = Json.array();
        options.forEach(option -> names.addObject().put("optionName", option));
        var poll = Json.object();
        poll.set("options", names);
        poll.put("name", question).put("selectableOptionsCount", selectable);
        var info = Json.object();
        info.set("threadId", Json.array());
        info.set("messageSecret", secret(id));
        var type = selectable == 1 ? "pollCreationMessageV3" : "pollCreationMessage";
        var message = Json.object();
        message.set("messageContextInfo", info);
        message.set(type, poll);
        return new Body(message, type, NullNode.getInstance());
    }

    public static Body place(Content.Place place) {
        return Body.withNull(
                "locationMessage",
                Json.object()
                        .put("degreesLatitude", place.latitude())
                        .put("degreesLongitude", place.longitude())
                        .put("name", place.name())
                        .put("address", place.address()));
    }

    public static Body card(Content.Card card) {
        var digits = card.phone().replaceAll("\\D", "");
        return Body.withNull(
                "contactMessage",
                Json.object()
                        .put("displayName", card.name())
                        .put(
                                "vcard",
                                "BEGIN:VCARD\nVERSION:3.0\nN:;%1$s;;;\nFN:%1$s\nTEL;type=CELL;waid=%2$s:+%2$s\nEND:VCARD"
                                        .formatted(card.name(), digits)));
    }

    private static Body disappearing(Utterance said) {
        var text = said.content() instanceof Content.Text spoken ? spoken.text() : "";
        var content = Json.object();
        content.set("endCardTiles", Json.array());
        content.put("text", text);
        content.set("contextInfo", Contexts.disappearing(said.mentioned(), said.at()));
        return wrapped("ephemeralMessage", "extendedTextMessage", content);
    }

    private static Body viewOnce(Body body) {
        var content = (ObjectNode) body.message().path(body.type());
        content.put("viewOnce", true);
        content.remove("jpegThumbnail");
        return wrapped("viewOnceMessageV2", body.type(), content);
    }

    private static Body wrapped(String wrapper, String type, ObjectNode content) {
        var inner = Json.object();
        inner.set(type, content);
        var outer = Json.object();
        outer.set("message", inner);
        return Body.without(wrapper, outer);
    }
}
