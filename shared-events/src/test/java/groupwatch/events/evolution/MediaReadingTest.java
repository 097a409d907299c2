package groupwatch.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.events.SampleEvents;
import groupwatch.events.message.MessageContent;
import groupwatch.events.observed.MessageSeen;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What came along with a message: its file, taken out by the gateway, and a small picture. */
class MediaReadingTest {

    private static final String KEY = "claims/2026-11-24/0b7f6b62-9a52-4d5e-8f43-4a35b0c1f6aa";

    private final EvolutionReader reader = new EvolutionReader();

    @Test
    void tellsWhereTheBytesAreThatTheGatewayTookOut() {
        MessageContent content = content(withBase64("claim:" + KEY));
        assertThat(Objects.requireNonNull(content.media()).claim()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T2dnUwACAAAAAAAAAAA=",
                "claim:",
                "claim:media/ab/abcdef",
                "claim:claims/2026-11-24/../../bodies/x",
                "claim:claims/2026-11-24/0b7f6b62-9a52-4d5e-8f43-4a35b0c1f6aa/more"
            })
    void takesNothingElseForAClaim(String base64) {
        assertThat(Objects.requireNonNull(content(withBase64(base64)).media()).claim())
                .isNull();
    }

    @Test
    void findsThePictureThatCameAlongInAnyEncoding() {
        byte[] indexed = preview(tree(Corpus.payload("upsert-image-base64")));
        assertThat(indexed).hasSize(329).startsWith(0xFF, 0xD8, 0xFF);
        JsonNode wrapped = tree(Corpus.payload("upsert-viewonce-v1-video"));
        assertThat(preview(wrapped)).startsWith(0xFF, 0xD8);
        ObjectNode image = image();
        image.put("jpegThumbnail", indexed);
        assertThat(WebhookPreview.of(root(image))).isEqualTo(indexed);
        assertThat(content(bytes(root(image))).preview()).isTrue();
    }

    @Test
    void takesNoOtherFileForAPicture() {
        ObjectNode image = image();
        image.put("jpegThumbnail", "PHN2Zz48c2NyaXB0Lz48L3N2Zz4=");
        assertThat(WebhookPreview.of(root(image))).isNull();
        assertThat(content(bytes(root(image))).preview()).isFalse();
        image.put("jpegThumbnail", new byte[300_000]);
        assertThat(WebhookPreview.of(root(image))).isNull();
    }

    @Test
    void aMessageWithoutAPictureHasNone() {
        assertThat(WebhookPreview.of(tree(SampleEvents.TEXT_MESSAGE))).isNull();
        assertThat(content(SampleEvents.VOICE_NOTE).preview()).isFalse();
    }

    private static byte[] preview(JsonNode webhook) {
        return Objects.requireNonNull(WebhookPreview.of(webhook));
    }

    private static byte[] withBase64(String value) {
        ObjectNode root = (ObjectNode) tree(SampleEvents.VOICE_NOTE);
        ((ObjectNode) root.path("data").path("message")).put("base64", value);
        return bytes(root);
    }

    private static ObjectNode image() {
        ObjectNode root = (ObjectNode) tree(SampleEvents.IMAGE);
        return (ObjectNode) root.path("data").path("message").path("imageMessage");
    }

    /** The webhook around an image content. */
    private static JsonNode root(ObjectNode image) {
        ObjectNode root = (ObjectNode) tree(SampleEvents.IMAGE);
        ((ObjectNode) root.path("data").path("message")).set("imageMessage", image);
        return tree(bytes(root));
    }

    private static JsonNode tree(byte[] json) {
        return EventCodec.mapper().readTree(json);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private MessageContent content(byte[] body) {
        return reader.read(body).observations().stream()
                .filter(MessageSeen.class::isInstance)
                .map(seen -> ((MessageSeen) seen).content())
                .findFirst()
                .orElseThrow();
    }
}
