package groupwatch.report.testing;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.openapi.Described;
import groupwatch.kit.openapi.OpenApiDocument;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-ins answer as the true services say of themselves. */
class FakeSuiteTest {

    private static final String GROUP = "120363000000000001@g.us";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private static final Described STORE = described("openapi/message-store.yaml", "Message", "Group", "Person");
    private static final Described SUMMARIZER = described("openapi/summarizer.yaml", "Summary");

    private final FakeSuite suite = new FakeSuite();
    private final SuiteTokens tokens =
            new SuiteTokens(new SecuritySettings("a-suite-key-for-tests-that-is-long-enough"), Clock.systemUTC());

    private static Described described(String document, String... ofTopics) {
        return new Described(OpenApiDocument.of(document, List.of(ofTopics)).json());
    }

    @BeforeEach
    void fill() {
        suite.store()
                .group(GROUP, "Garden")
                .lastActivity(GROUP, Instant.EPOCH)
                .said(GROUP, DAY, 9, 3)
                .sender(GROUP, "Ana", 3)
                .messages()
                .put(GROUP, "M1", "Ana", Instant.parse("2026-11-25T09:00:00Z"), "The pump is broken")
                .put(GROUP, "M2", "5511999990002", Instant.parse("2026-11-25T10:00:00Z"), "pump.pdf")
                .document(GROUP, "M2", "A pump");
        suite.summarizer()
                .put(Summaries.of(GROUP, DAY)
                        .overview("It is broken.", "M1")
                        .task("Repair it", "Ana", "soon", "M1")
                        .written())
                .writes(Summaries.of(GROUP, DAY).decision("Buy one.", "M1").written());
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/groups|/groups?limit=500",
                "GET|/groups/{jid}/stats|/groups/" + GROUP + "/stats?from=2026-11-01&to=2026-12-01&tz=UTC&top=3",
                "GET|/groups/{jid}/stats|/groups/" + GROUP + "/stats?from=2026-10-01&to=2026-10-02&tz=UTC&top=3",
                "GET|/groups/{jid}/stats|/groups/2@g.us/stats?from=2026-11-01&to=2026-12-01",
                "GET|/groups/{jid}/messages|/groups/" + GROUP + "/messages?ids=M1,M2,M3",
                "GET|/search|/search?q=pump",
                "GET|/search|/search?q=type:telegram",
                "POST|/search/explain|/search/explain",
            })
    void theStoreAnswersAsDescribed(String method, String path, String uri) {
        isAsDescribed(STORE, method, path, uri);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/summaries|/summaries?from=2026-11-25&to=2026-11-26",
                "GET|/summaries/settings/{jid}|/summaries/settings/" + GROUP,
                "POST|/summarize/{jid}|/summarize/" + GROUP,
                "POST|/summarize/{jid}|/summarize/2@g.us",
            })
    void theSummarizerAnswersAsDescribed(String method, String path, String uri) {
        isAsDescribed(SUMMARIZER, method, path, uri);
    }

    private void isAsDescribed(Described described, String method, String path, String uri) {
        Described.Operation operation = described.operation(method + " " + path);
        EntityExchangeResult<byte[]> answer = ask(operation.scope(), method, uri);
        JsonNode json = JsonMapper.shared().readTree(answer.getResponseBodyContent());
        MediaType type = answer.getResponseHeaders().getContentType();
        assertThat(described
                        .schema(
                                operation,
                                String.valueOf(answer.getStatus().value()),
                                type.getType() + "/" + type.getSubtype())
                        .validate(json))
                .as("%s", json)
                .isEmpty();
    }

    @Test
    void whoMayNotIsRefused() {
        assertThat(ask(Scopes.ASK, "GET", "/groups").getStatus().value()).isEqualTo(403);
    }

    private EntityExchangeResult<byte[]> ask(String scope, String method, String uri) {
        WebTestClient.RequestBodySpec request = WebTestClient.bindToServer()
                .baseUrl(suite.url())
                .build()
                .method(HttpMethod.valueOf(method))
                .uri(uri)
                .headers(headers -> headers.setBearerAuth(tokens.mint(Caller.service("test", scope))));
        WebTestClient.RequestHeadersSpec<?> ready =
                uri.endsWith("/explain") ? request.bodyValue(Map.of("q", "pump")) : request;
        return ready.exchange().expectBody().returnResult();
    }
}
