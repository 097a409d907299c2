package groupwatch.bench.media;

import groupwatch.events.media.MessageRef;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

/** Messages with files, sent as Evolution sends them: the file as base64 inside. */
final class FileMessages {

    static final String CHAT = "120363000000004444@g.us";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final String token;

    FileMessages(URI gateway, String token) {
        this.address = gateway.resolve("/webhook/evolution");
        this.token = token;
    }

    /** Answers the status. */
    CompletableFuture<Integer> send(String id, SampleFile sample) {
        try {
            return send(BodyPublishers.concat(
                    text(head(id)),
                    BodyPublishers.ofFile(sample.base64()),
                    text(tail(id, "video", "video/mp4", sample.size(), sample.sha256()))));
        } catch (FileNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<Integer> sendImage(String id, byte[] bytes, String sha256) {
        return send(BodyPublishers.concat(
                text(head(id)),
                BodyPublishers.ofByteArray(Base64.getEncoder().encode(bytes)),
                text(tail(id, "image", "image/png", bytes.length, sha256))));
    }

    private CompletableFuture<Integer> send(BodyPublisher body) {
        return http.sendAsync(request(body), BodyHandlers.ofString()).thenApply(HttpResponse::statusCode);
    }

    /** A message without a file. Seconds until it was answered. */
    double ping(String id) throws IOException {
        var body = text(
                "{\"event\":\"messages.upsert\",\"instance\":\"bench\",\"data\":{\"key\":{\"remoteJid\":\"%s\",\"id\":\"%s\"},\"message\":{\"conversation\":\"oi\"},\"messageType\":\"conversation\",\"messageTimestamp\":1760000000}}"
                        .formatted(CHAT, id));
        var begin = System.nanoTime();
        try {
            var answer = http.send(request(body), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("a plain message was answered " + answer.statusCode());
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String mediaId(String id) {
        return new MessageRef(CHAT, true, null, id).mediaId();
    }

    private HttpRequest request(BodyPublisher body) {
        return HttpRequest.newBuilder(address)
                .header("X-Webhook-Token", token)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(body)
                .build();
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }

    private static String head(String id) {
        return "{\"event\":\"messages.upsert\",\"instance\":\"bench\",\"data\":{\"key\":{\"remoteJid\":\"%s\",\"fromMe\":false,\"id\":\"%s\",\"participant\":\"5511990000001@s.whatsapp.net\"},\"message\":{\"base64\":\""
                .formatted(CHAT, id);
    }

    private static String tail(String id, String kind, String mime, long size, String sha256) {
        var hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        return "\",\"%1$sMessage\":{\"mimetype\":\"%2$s\",\"fileSha256\":\"%3$s\",\"fileLength\":\"%4$d\"}},\"messageType\":\"%1$sMessage\",\"messageTimestamp\":1760000000,\"source\":\"android\"},\"apikey\":\"BENCH-KEY\",\"sender\":\"5511999990000@s.whatsapp.net\"}"
                .formatted(kind, mime, hash, size);
    }
}
