package groupwatch.watchdog.testing;

import groupwatch.simulator.SimulatorApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An Evolution without phones, and what happens to it. */
public final class RunningSimulator implements AutoCloseable {

    public static final String KEY = "global-test-key";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningSimulator(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param more as {@code --groupwatch.simulator.clock.speed=60} */
    public static RunningSimulator start(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--groupwatch.simulator.api-key=" + KEY,
                "--groupwatch.simulator.store.messages=50000"));
        arguments.addAll(List.of(more));
        return new RunningSimulator(SimulatorApplication.run(arguments.toArray(String[]::new)));
    }

    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public JsonNode get(String path) {
        return JSON.readTree(ask("GET", path, null));
    }

    public List<JsonNode> lines(String path) {
        return ask("GET", path, null)
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }

    public void post(String path, String body) {
        ask("POST", path, body);
    }

    public void delete(String path) {
        ask("DELETE", path, null);
    }

    /** Calls for an instance so far. */
    public long calls(String instance, String path) {
        return get("/simulator/calls/counts?instance=" + instance)
                .path("paths")
                .path(path)
                .asLong(0);
    }

    private String ask(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("apikey", KEY)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
