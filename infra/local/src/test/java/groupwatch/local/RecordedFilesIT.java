package groupwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import groupwatch.events.evolution.Corpus;
import groupwatch.servers.FreePort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recorded message with a file, with its bytes in the webhook and without, ends stored, typed, measured and downloadable. */
class RecordedFilesIT {

    private static final List<String> WITH_A_SIZE =
            List.of("imageMessage", "videoMessage", "ptvMessage", "stickerMessage");
    private static final List<String> PLAYED = List.of("videoMessage", "ptvMessage", "audioMessage");
    private static final Map<String, String> TYPES = Map.of(
            "imageMessage", "image/jpeg",
            "videoMessage", "video/mp4",
            "ptvMessage", "video/mp4",
            "audioMessage", "audio/ogg",
            "documentMessage", "application/pdf",
            "stickerMessage", "image/webp");

    @TempDir
    Path data;

    private final Http http = new Http();

    @Test
    void allAreBroughtHomeAndServed() throws Exception {
        var files = new ArrayList<RecordedFile>();
        Corpus.recorded().forEach(row -> files.addAll(RecordedFile.of(row.payload(), "F" + files.size())));
        assertThat(files).extracting(RecordedFile::kind).containsAll(TYPES.keySet());
        var evolution = evolution(files.stream().collect(Collectors.toMap(RecordedFile::id, Function.identity())));
        var options = new SuiteOptions(
                new DataFolder(data),
                FreePort.find(),
                FreePort.find(),
                Map.of(
                        "groupwatch.capture.direct-chats",
                        "true",
                        "groupwatch.evolution.url",
                        "http://127.0.0.1:" + evolution.getAddress().getPort(),
                        "groupwatch.evolution.key",
                        "key"));
        try (var suite = Suite.prepare(options, new Progress(new PrintWriter(new StringWriter())))) {
            suite.start();
            var webhookToken = Secrets.in(options.folder().secrets()).webhookToken();
            for (var file : files) {
                assertThat(http.post(options.gateway() + "/webhook/evolution", webhookToken, file.webhook())
                                .status())
                        .as(file.id())
                        .isEqualTo(200);
            }
            var token = suite.runFile().apiToken();
            for (var file : files) {
                await().atMost(Duration.ofMinutes(3))
                        .untilAsserted(() -> assertThat(media(options, token, file)
                                        .path("state")
                                        .asString(""))
                                .as(file.kind() + " " + file.id())
                                .isEqualTo("stored"));
                assertServed(options, token, file);
            }
        } finally {
            evolution.stop(0);
        }
    }

    private void assertServed(SuiteOptions options, String token, RecordedFile file) throws Exception {
        var media = media(options, token, file);
        assertThat(media.path("mime").asString("")).as(file.toString()).startsWith(TYPES.get(file.kind()));
        assertThat(media.path("size").asLong()).isEqualTo(file.bytes().length);
        if (WITH_A_SIZE.contains(file.kind())) {
            assertThat(media.path("width").asInt()).as(media.toString()).isPositive();
            assertThat(media.path("height").asInt()).isPositive();
            assertThat(http.bytes(
                            options.api() + "/api" + media.path("thumbnailUrl").asString(""), token))
                    .as("its thumbnail: " + media)
                    .isNotEmpty();
        }
        if (PLAYED.contains(file.kind())) {
            assertThat(media.path("seconds").asInt()).as(media.toString()).isPositive();
        }
        if (file.kind().equals("documentMessage")) {
            assertThat(media.path("pages").asInt()).as(media.toString()).isPositive();
        }
        assertThat(http.bytes(options.api() + "/api" + media.path("url").asString(""), token))
                .as(file.kind() + " " + file.id())
                .isEqualTo(file.bytes());
    }

    private JsonNode media(SuiteOptions options, String token, RecordedFile file) {
        var chat = URLEncoder.encode(file.chat(), StandardCharsets.UTF_8);
        var answer = http.get(options.api() + "/api/messages/" + file.id() + "?chat=" + chat, token);
        return JsonMapper.shared()
                .readTree(answer.status() == 200 ? answer.body() : "{}")
                .path("media");
    }

    /** Answers as Evolution does, of the messages whose bytes did not come along. */
    private static HttpServer evolution(Map<String, RecordedFile> files) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/chat/getBase64FromMediaMessage/", exchange -> {
            var asked = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            var file = files.get(asked.path("message").path("key").path("id").asString(""));
            if (file == null || file.along()) {
                answer(exchange, 400, """
                        {"status":400,"error":"Bad Request","response":{"message":["Message not found"]}}""");
            } else {
                answer(exchange, 201, """
                        {"mediaType":"%s","fileName":"%s","size":{"fileLength":"%d"},"mimetype":"","base64":"%s","buffer":null}""".formatted(
                                file.kind(),
                                file.id(),
                                file.bytes().length,
                                Base64.getEncoder().encodeToString(file.bytes())));
            }
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
