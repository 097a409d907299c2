package groupwatch.store.live;

import static org.awaitility.Awaitility.await;

import groupwatch.events.EventCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A page that listens; a test decides when it begins to read. */
final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    record Event(String name, String id, JsonNode data) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> answer;
    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private Listener(HttpRequest request) throws IOException, InterruptedException {
        this.answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Reads nothing until {@link #listen}. */
    static Listener connect(String base, String path, String token, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new Listener(request.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return answer.statusCode();
    }

    Listener listen() {
        Thread.startVirtualThread(() -> {
            try {
                read();
            } catch (IOException closed) {
                // the end, either way
            }
            ended = true;
        });
        return this;
    }

    private void read() throws IOException {
        String name = "";
        String id = "";
        BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.startsWith("event:")) {
                name = line.substring("event:".length());
            } else if (line.startsWith("id:")) {
                id = line.substring("id:".length());
            } else if (line.startsWith("data:")) {
                events.add(new Event(name, id, EventCodec.mapper().readTree(line.substring("data:".length()))));
            }
        }
    }

    void waitFor(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).until(condition);
    }

    /** Waits for an event of that name and returns the first. */
    Event first(String name) {
        waitFor(name, () -> events.stream().anyMatch(event -> event.name().equals(name)));
        return events.stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** {@code change id} of each message so far. */
    List<String> changes() {
        return events.stream()
                .filter(event -> event.name().equals("message"))
                .map(event -> event.data().path("change").asString() + " "
                        + event.data().path("id").asString())
                .toList();
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client.shutdownNow();
    }
}
