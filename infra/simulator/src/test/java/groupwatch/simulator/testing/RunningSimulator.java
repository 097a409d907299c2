package groupwatch.simulator.testing;

import groupwatch.simulator.SimulatorApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** The whole simulator on a free port, asked as the suite asks it. */
public final class RunningSimulator implements AutoCloseable {

    public static final String KEY = "global-test-key";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    public record Answer(int status, JsonNode body, HttpHeaders headers) {}

    private RunningSimulator(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings as {@code groupwatch.simulator.x=y} */
    public static RunningSimulator start(String... settings) {
        var all = new ArrayList<>(List.of("--server.port=0", "--groupwatch.simulator.api-key=" + KEY));
        for (var setting : settings) {
            all.add("--" + setting);
        }
        return new RunningSimulator(SimulatorApplication.run(all.toArray(String[]::new)));
    }

    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Answer get(String path) {
        return ask("GET", path, KEY, null);
    }

    public Answer post(String path, String body) {
        return ask("POST", path, KEY, body);
    }

    public Answer delete(String path) {
        return ask("DELETE", path, KEY, null);
    }

    /** @param key empty: none */
    public Answer ask(String method, String path, String key, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("apikey", key);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var json = answer.headers().firstValue("content-type").orElse("").contains("/json")
                    ? JsonMapper.shared().readTree(answer.body())
                    : StringNode.valueOf(answer.body());
            return new Answer(answer.statusCode(), json, answer.headers());
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
