package groupwatch.summary.openapi;

import static groupwatch.kit.security.Scopes.ASK;
import static groupwatch.kit.security.Scopes.SUITE_READ;
import static groupwatch.kit.security.Scopes.SUITE_WRITE;
import static groupwatch.kit.security.Scopes.SUMMARIES_READ;
import static groupwatch.kit.security.Scopes.SUMMARIES_WRITE;

import groupwatch.kit.openapi.OpenApiContract;
import groupwatch.summary.testing.RunningSummarizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document says what the service does, and answers are by its schemas. */
class OpenApiIT extends OpenApiContract {

    private final RunningSummarizer service = RunningSummarizer.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/summaries|/summaries?limit=5",
                "GET|/summaries|/summaries?limit=0",
                "GET|/summaries/{jid}/{date}|/summaries/120363000000009001@g.us/2026-01-31",
                "GET|/summaries/{jid}/{date}/history|/summaries/120363000000009001@g.us/yesterday/history",
                "GET|/summaries/settings|/summaries/settings",
                "GET|/summaries/settings/{jid}|/summaries/settings/120363000000009001@g.us",
                "PUT|/summaries/settings/{jid}|/summaries/settings/120363000000009001@g.us",
                "POST|/summarize/{jid}|/summarize/120363000000009002@g.us",
                "GET|/summaries/jobs|/summaries/jobs?limit=5",
                "GET|/summaries/jobs|/summaries/jobs?state=lost",
                "POST|/cron/daily-summaries|/cron/daily-summaries",
                "GET|/openapi.json|/openapi.json"
            })
    void answersAreAsDescribed(String method, String path, String uri) {
        isAsDescribed(method, path, uri);
    }

    @Override
    protected WebTestClient caller(String... scopes) {
        return service.caller(scopes);
    }

    @Override
    protected WebTestClient anonymous() {
        return service.anonymous();
    }

    @Override
    protected RequestMappingHandlerMapping mapping() {
        return service.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    @Override
    protected String basePackage() {
        return "groupwatch.summary";
    }

    @Override
    protected String[] scopes() {
        return new String[] {SUMMARIES_READ, SUMMARIES_WRITE, SUITE_READ, SUITE_WRITE, ASK};
    }

    @Override
    protected String value(String variable) {
        return switch (variable) {
            case "jid" -> "120363000000009001@g.us";
            case "date" -> "2026-01-31";
            default -> "nothing";
        };
    }

    @Override
    protected String body() {
        return "{\"language\":\"pt\"}";
    }
}
