package groupwatch.bench.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An API that takes and gives JSON, and wants to know who asks. */
final class JsonApi implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final URI server;
    private final String header;
    private final Supplier<String> secret;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param header that has the secret */
    JsonApi(URI server, String header, Supplier<String> secret) {
        this.server = server;
        this.header = header;
        this.secret = secret;
    }

    JsonNode get(String path) {
        return MAPPER.readTree(answer(request(path)));
    }

    /** Whether it answers that it has it. */
    boolean has(String path) {
        return status(request(path)) / 100 == 2;
    }

    JsonNode post(String path, String body) {
        return MAPPER.readTree(
                answer(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))));
    }

    /** An answer of one JSON a line, read as it comes; to be closed. */
    Stream<JsonNode> lines(String path) {
        try {
            var answer = client.send(request(path).build(), BodyHandlers.ofLines());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + " was answered " + answer.statusCode());
            }
            return answer.body().filter(line -> !line.isBlank()).map(MAPPER::readTree);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT).header(header, secret.get());
    }

    private int status(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0; // nobody there yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String answer(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
