package groupwatch.media.openapi;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static groupwatch.kit.security.Scopes.SUITE_READ;
import static groupwatch.kit.security.Scopes.SUITE_WRITE;

import groupwatch.kit.openapi.OpenApiContract;
import groupwatch.media.testing.RunningWorker;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document says what the service does, and answers are by its schemas. */
class OpenApiIT extends OpenApiContract {

    private final RunningWorker service = RunningWorker.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/media/{id}|/media/nonsense",
                "GET|/media/{id}|/media/00000000-0000-0000-0000-000000000000",
                "GET|/media/{id}/thumbnail|/media/00000000-0000-0000-0000-000000000000/thumbnail",
                "POST|/media/{id}/link|/media/00000000-0000-0000-0000-000000000000/link",
                "GET|/media/link/{ticket}|/media/link/nonsense",
                "GET|/media/jobs|/media/jobs?limit=5",
                "GET|/media/jobs|/media/jobs?limit=0",
                "POST|/media/refetch|/media/refetch",
                "POST|/cron/media-sweep|/cron/media-sweep",
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
        return "groupwatch.media";
    }

    @Override
    protected String[] scopes() {
        return new String[] {MESSAGES_READ, SUITE_READ, SUITE_WRITE};
    }

    @Override
    protected String value(String variable) {
        return UUID.randomUUID().toString();
    }

    @Override
    protected String body() {
        return "{\"failed\":true,\"seconds\":5}";
    }
}
