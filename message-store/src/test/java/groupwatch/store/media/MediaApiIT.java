package groupwatch.store.media;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.media.MediaEvent;
import groupwatch.events.media.MessageRef;
import groupwatch.store.testing.MediaEvents;
import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files as readers of the API get to know of them. */
class MediaApiIT {

    private static final String GROUP = "120363000000006601@g.us";
    private static final String ANA = "5511999990001@s.whatsapp.net";
    private static final String CLAIM = "claims/2026-11-24/0b7f6b62-9a52-4d5e-8f43-4a35b0c1f6aa";
    private static final byte[] JPEG = Base64.getDecoder().decode("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMC");

    private static RunningStore store;

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        store.store(
                message(
                        "MA-1",
                        "\"imageMessage\":{\"mimetype\":\"image/jpeg\",\"jpegThumbnail\":\"%s\"},\"base64\":\"claim:%s\""
                                .formatted(Base64.getEncoder().encodeToString(JPEG), CLAIM),
                        "imageMessage"),
                message("MA-2", "\"audioMessage\":{\"mimetype\":\"audio/ogg\",\"ptt\":true}", "audioMessage"),
                message(
                        "MA-3",
                        "\"documentMessage\":{\"mimetype\":\"application/pdf\",\"fileName\":\"plan.pdf\"}",
                        "documentMessage"),
                message("MA-4", "\"conversation\":\"no file\"", "conversation"));
    }

    private static String message(String id, String content, String type) {
        return message(GROUP, id, content, type);
    }

    private static String message(String chat, String id, String content, String type) {
        return Webhooks.message(chat, id, ANA, Instant.parse("2026-11-20T10:01:00Z"), content, type);
    }

    @Test
    void servesThePictureThatCameAlongAsNothingButAPicture() {
        HttpHeaders headers = Objects.requireNonNull(preview("MA-1", reader())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_JPEG)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; sandbox")
                .expectBody(byte[].class)
                .isEqualTo(JPEG)
                .returnResult()
                .getResponseHeaders());
        reader().get()
                .uri("/messages/MA-1/preview")
                .header("If-None-Match", Objects.requireNonNull(headers.getETag()))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void aPreviewIsForThoseWhoMaySeeTheMessage() {
        preview("MA-1", store.caller(Set.of("120363000000009999@g.us"), MESSAGES_READ))
                .expectStatus()
                .isNotFound();
        preview("MA-1", store.caller(Set.of(GROUP), MESSAGES_READ))
                .expectStatus()
                .isOk();
        preview("MA-1", store.caller("groups:read")).expectStatus().isForbidden();
        preview("MA-2", reader()).expectStatus().isNotFound();
        preview("MA-4", reader()).expectStatus().isNotFound();
    }

    @Test
    void whereTheBytesWaitIsForTheSuiteAlone() {
        JsonNode message = store.json(reader(), "/messages/MA-1");
        assertThat(message.path("media").path("thumbnailUrl").asString())
                .isEqualTo("/messages/MA-1/preview?chat=120363000000006601%40g.us");
        assertThat(message.toString()).doesNotContain("claim");
        assertThat(store.json(reader(), "/groups/" + GROUP + "/messages").toString())
                .doesNotContain("claim");
        assertThat(store.json(reader(), "/search?q=in:" + GROUP + "%20type:image")
                        .toString())
                .contains("MA-1")
                .doesNotContain("claim");
        String export = Objects.requireNonNull(reader().get()
                .uri("/groups/" + GROUP + "/export?format=ndjson")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(export).contains("MA-1").doesNotContain("claim");
    }

    @Test
    void findsWhatIsSaidInAVoiceNoteAndWrittenInADocument() {
        String text = "blank ".repeat(200) + "between them the quarterly figures of Zanzibar stand out. "
                + "rest ".repeat(200);
        tell(MediaEvents.stored(ref("MA-2"), 1, "Let us meet at the lighthouse", null));
        tell(MediaEvents.stored(ref("MA-3"), 1, null, text));
        JsonNode voice = hit("lighthouse");
        assertThat(voice.path("message").path("id").asString()).isEqualTo("MA-2");
        assertThat(found(
                        voice,
                        voice.path("message").path("media").path("transcript").asString()))
                .isEqualTo("lighthouse");
        JsonNode document = hit("\"figures of zanzibar\"");
        assertThat(document.path("message").path("id").asString()).isEqualTo("MA-3");
        assertThat(document.path("message").path("media").path("state").asString())
                .isEqualTo("stored");
        assertThat(document.path("documentText").asString()).hasSizeBetween(100, 320);
        assertThat(found(document, document.path("documentText").asString())).isEqualTo("figures of Zanzibar");
        assertThat(document.path("highlights").path(0).path("field").asString()).isEqualTo("documentText");
    }

    @Test
    void aListShowsTheBeginningsOfDocumentsToWhoAsksForThem() {
        String chat = "120363000000006602@g.us";
        store.store(
                message(
                        chat,
                        "MA-11",
                        "\"documentMessage\":{\"mimetype\":\"application/pdf\",\"fileName\":\"plan.pdf\"}",
                        "documentMessage"),
                message(chat, "MA-12", "\"conversation\":\"no file\"", "conversation"),
                message(
                        chat,
                        "MA-13",
                        "\"documentMessage\":{\"mimetype\":\"image/svg\",\"fileName\":\"drawing.svg\"}",
                        "documentMessage"));
        tell(MediaEvents.stored(
                MediaEvents.inGroup(chat, "MA-11"),
                1,
                null,
                "\n  Budget\t\u00A0 2026 \uD83C\uDF3B\r\n\r\nTravel costs less."));
        tell(MediaEvents.stored(MediaEvents.inGroup(chat, "MA-13"), 1, null, null));

        String list = "/groups/" + chat + "/messages?order=asc";
        List<JsonNode> items = await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> store.items(reader(), list + "&excerpt=13"),
                        all -> all.getFirst().has("excerpt")
                                && all.getLast()
                                        .path("media")
                                        .path("state")
                                        .asString()
                                        .equals("stored"));
        assertThat(items).hasSize(3);
        assertThat(items.getFirst().path("excerpt").asString()).isEqualTo("Budget 2026 \uD83C\uDF3B");
        assertThat(items.subList(1, 3)).noneMatch(item -> item.has("excerpt"));
        assertThat(lines(list + "&excerpt=13")).isEqualTo(items);
        assertThat(store.items(reader(), "/chats/" + chat + "/messages?order=asc&around=MA-11&excerpt=13"))
                .isEqualTo(items);
        assertThat(store.items(reader(), list + "&excerpt=2000")
                        .getFirst()
                        .path("excerpt")
                        .asString())
                .isEqualTo("Budget 2026 \uD83C\uDF3B Travel costs less.");

        List<JsonNode> plain = store.items(reader(), list);
        assertThat(plain).noneMatch(item -> item.has("excerpt")).hasSize(3);
        assertThat(lines(list)).isEqualTo(plain);
        items.forEach(item -> ((ObjectNode) item).remove("excerpt"));
        assertThat(items).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2001", "-1", "all"})
    void anExcerptHasALengthWithinReason(String length) {
        for (MediaType type : List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON)) {
            reader().get()
                    .uri("/groups/" + GROUP + "/messages?excerpt=" + length)
                    .accept(type)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.parameter")
                    .isEqualTo("excerpt");
        }
    }

    private static List<JsonNode> lines(String path) {
        return Objects.requireNonNull(reader().get()
                        .uri(path)
                        .accept(MediaType.APPLICATION_NDJSON)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .lines()
                .map(line -> EventCodec.mapper().readTree(line))
                .toList();
    }

    private static String found(JsonNode hit, String text) {
        JsonNode highlight = hit.path("highlights").path(0);
        return text.substring(
                highlight.path("start").asInt(), highlight.path("end").asInt());
    }

    private static JsonNode hit(String query) {
        String path = "/search?q="
                + URLEncoder.encode("in:" + GROUP + " " + query, StandardCharsets.UTF_8)
                        .replace("+", "%20");
        List<JsonNode> items = await().atMost(Duration.ofSeconds(90))
                .until(() -> store.items(reader(), path), found -> found.size() == 1);
        return items.getFirst();
    }

    private static MessageRef ref(String id) {
        return MediaEvents.inGroup(GROUP, id);
    }

    /** Over the broker, as the media worker does. */
    private static void tell(MediaEvent event) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> store.kafka().topics().contains(Topics.MEDIA));
        store.kafka().send(Topics.MEDIA, GROUP, EventCodec.write(event));
    }

    private static WebTestClient reader() {
        return store.caller(MESSAGES_READ);
    }

    private static WebTestClient.ResponseSpec preview(String id, WebTestClient caller) {
        return caller.get().uri("/messages/" + id + "/preview").exchange();
    }
}
