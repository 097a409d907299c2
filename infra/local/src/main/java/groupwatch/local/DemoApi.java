package groupwatch.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the launcher asks of the suite's API for the demo, as anybody could. */
final class DemoApi {

    private static final Logger log = LoggerFactory.getLogger(DemoApi.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String api;
    private final String token;

    DemoApi(String api, String token) {
        this.api = api;
        this.token = token;
    }

    /** Messages of all groups that day, as far as they can be read by now. */
    long messages(LocalDate day) throws IOException, InterruptedException {
        var zone = URLEncoder.encode(DemoReport.zone().getId(), StandardCharsets.UTF_8);
        long messages = 0;
        for (var group : groups()) {
            var path = "/groups/%s/stats?from=%s&to=%s&tz=%s".formatted(group, day, day.plusDays(1), zone);
            messages += get(path).at("/totals/messages").longValue();
        }
        return messages;
    }

    List<String> groups() throws IOException, InterruptedException {
        return get("/groups?limit=500")
                .path("items")
                .valueStream()
                .map(group -> group.path("jid").asString(""))
                .toList();
    }

    /** Returns when it is written, or not to be had. */
    void summarise(String group, LocalDate day) throws InterruptedException {
        try {
            send(request("/summarize/" + group + "?target_date=" + day).POST(HttpRequest.BodyPublishers.noBody()));
        } catch (IOException | LocalException e) {
            log.debug("no summary of {}: {}", day, e.getMessage()); // the report says so itself
        }
    }

    /** @param key the same for the same report, so that it is made once */
    void make(ObjectNode report, String key) throws IOException, InterruptedException {
        send(request("/reports")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(report.toString())));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        try {
            return JsonMapper.shared().readTree(send(request(path)));
        } catch (JacksonException e) {
            throw new IOException("The answer is no JSON.", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + "/api" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(LONGEST);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new LocalException("The API answered " + answer.statusCode() + ".");
        }
        return answer.body();
    }
}
