package groupwatch.report.openapi;

import static groupwatch.kit.security.Scopes.REPORTS_READ;
import static groupwatch.kit.security.Scopes.REPORTS_WRITE;
import static groupwatch.kit.security.Scopes.SUITE_READ;
import static groupwatch.kit.security.Scopes.SUITE_WRITE;

import groupwatch.kit.openapi.OpenApiContract;
import groupwatch.report.testing.RunningDispatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document says what the service does, and answers are by its schemas. */
class OpenApiIT extends OpenApiContract {

    private static final String REPORT = """
            {"name":"Described","type":"daily_summary","schedule":"monthly","day":31,"time":"08:00","recipients":["described@example.com"]}""";

    private final RunningDispatcher service = RunningDispatcher.shared();

    private String report = "";

    @BeforeEach
    void aReportThatIsSent() {
        if (report.isEmpty()) {
            byte[] made = service.caller(REPORTS_WRITE)
                    .post()
                    .uri("/reports")
                    .header("Idempotency-Key", "described")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(REPORT)
                    .exchange()
                    .expectStatus()
                    .isCreated()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            report = JsonMapper.shared().readTree(made).path("id").asString();
            service.caller(REPORTS_WRITE)
                    .post()
                    .uri("/reports/{id}/send", report)
                    .header("Idempotency-Key", "described")
                    .exchange()
                    .expectStatus()
                    .isAccepted();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/reports|/reports?limit=5",
                "GET|/reports|/reports?limit=0",
                "GET|/reports/{id}|/reports/REPORT",
                "GET|/reports/{id}|/reports/none",
                "GET|/reports/{id}/runs|/reports/REPORT/runs",
                "GET|/reports/{id}/runs|/reports/REPORT/runs?cursor=none",
                "GET|/reports/{id}/preview|/reports/REPORT/preview",
                "POST|/reports/{id}/send|/reports/REPORT/send",
                "GET|/reports/suppressions|/reports/suppressions",
                "GET|/settings/email|/settings/email",
                "GET|/settings/alerts|/settings/alerts",
                "POST|/cron/send-reports|/cron/send-reports",
                "GET|/openapi.json|/openapi.json"
            })
    void answersAreAsDescribed(String method, String path, String uri) {
        isAsDescribed(method, path, uri.replace("REPORT", report));
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
        return "groupwatch.report";
    }

    @Override
    protected String[] scopes() {
        return new String[] {REPORTS_READ, REPORTS_WRITE, SUITE_READ, SUITE_WRITE};
    }

    @Override
    protected String value(String variable) {
        return switch (variable) {
            case "id" -> "00000000-0000-0000-0000-000000000000";
            case "address" -> "nobody@example.com";
            default -> "nothing";
        };
    }

    @Override
    protected String body() {
        return REPORT;
    }
}
