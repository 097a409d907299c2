package groupwatch.store.live;

import static org.awaitility.Awaitility.await;

import groupwatch.events.EventCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A page that listens: plain HTTP/1.0 over a socket, so that a test decides when it reads. */
final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    record Event(String name, String id, JsonNode data) {}

    private final Socket socket;
    private final BufferedReader reader;
    final String status;
    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private Listener(String base, String path, String token, @Nullable String lastEventId) throws IOException {
        URI uri = URI.create(base);
        socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()));
        String last = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.0\r\nHost: x\r\nAuthorization: Bearer " + token
                                + "\r\nAccept: text/event-stream\r\n" + last + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        status = reader.readLine();
    }

    /** Reads nothing beyond the status until {@link #listen}. */
    static Listener connect(String base, String path, String token, @Nullable String lastEventId) {
        try {
            return new Listener(base, path, token, lastEventId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    void waitFor(String what, java.util.concurrent.Callable<Boolean> condition) {
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
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
