package groupwatch.bench.reports;

import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of a report dispatcher, asked as the edge asks it. */
final class ReportClient implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final URI service;
    private final HttpClient client = HttpClient.newHttpClient();
    private final SuiteTokens tokens =
            new SuiteTokens(new SecuritySettings(ReportServers.SUITE_KEY), Clock.systemUTC());

    ReportClient(URI service) {
        this.service = service;
    }

    /** Returns the report as it is kept. */
    JsonNode add(JsonNode report) {
        return ask(request("/reports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(report.toString())));
    }

    /** Subject, HTML and text. */
    JsonNode preview(String report) {
        return ask(request("/reports/" + report + "/preview"));
    }

    private HttpRequest.Builder request(String path) {
        var caller = Caller.service("bench", Scopes.REPORTS_READ, Scopes.REPORTS_WRITE);
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + tokens.mint(caller))
                .header("Accept", "application/json");
    }

    private JsonNode ask(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return MAPPER.readTree(answer.body());
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
