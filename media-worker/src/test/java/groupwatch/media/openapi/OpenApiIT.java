package groupwatch.media.openapi;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static groupwatch.kit.security.Scopes.SUITE_READ;
import static groupwatch.kit.security.Scopes.SUITE_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.media.openapi.Described.Operation;
import groupwatch.media.testing.RunningWorker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document says what the service does: the same paths, parameters and scopes, and answers by its schemas. */
class OpenApiIT {

    private static final String[] SCOPES = {MESSAGES_READ, SUITE_READ, SUITE_WRITE};
    private static final String PROBE = "noSuchParameter";
    private static final String NOBODY = UUID.randomUUID().toString();

    private static RunningWorker worker;
    private static Described described;

    @BeforeAll
    static void start() {
        worker = RunningWorker.shared();
        described = new Described(new String(
                body(worker.caller(), HttpMethod.GET, "/openapi.json").getResponseBodyContent(),
                StandardCharsets.UTF_8));
    }

    @Test
    void everyHandlerIsDescribedAndNothingElse() {
        Set<String> said = new TreeSet<>();
        described.operations().forEach(operation -> said.add(operation.toString()));
        assertThat(said).isEqualTo(handlers().keySet());
    }

    /** A handler that takes the whole query refuses what it does not know, and names what it does. */
    @Test
    void everyParameterIsDescribedAndNothingElse() {
        for (Operation operation : described.operations()) {
            HandlerMethod handler = handlers().get(operation.toString());
            assertThat(operation.names("query")).as(operation.toString()).isEqualTo(taken(operation, handler));
            Set<String> variables = Arrays.stream(operation.path().split("/", -1))
                    .filter(segment -> segment.startsWith("{"))
                    .map(segment -> segment.substring(1, segment.length() - 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(operation.names("path")).as(operation.toString()).isEqualTo(variables);
        }
    }

    @Test
    void everyPathNeedsTheScopeItIsDescribedWith() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : described.operations()) {
            if (operation.node().path("security").isEmpty()) {
                assertThat(status(worker.anonymous(), operation))
                        .as(operation.toString())
                        .isNotIn(401, 403);
                continue;
            }
            String scope = operation.scope();
            if (status(worker.anonymous(), operation) != 401) {
                wrong.add(operation + " answers without a token");
            }
            String[] others =
                    Arrays.stream(SCOPES).filter(one -> !one.equals(scope)).toArray(String[]::new);
            if (scope != null && status(worker.caller(others), operation) != 403) {
                wrong.add(operation + " does not need " + scope);
            }
            int status = status(scope == null ? worker.caller() : worker.caller(scope), operation);
            if (status == 401 || status == 403) {
                wrong.add(operation + " needs another scope than " + scope);
            }
        }
        assertThat(wrong).isEmpty();
    }

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
        Operation operation = described.operation(method + " " + path);
        EntityExchangeResult<byte[]> answer = body(worker.caller(SCOPES), HttpMethod.valueOf(method), uri);
        MediaType type = answer.getResponseHeaders().getContentType();
        String status = String.valueOf(answer.getStatus().value());
        JsonNode json = EventCodec.mapper().readTree(answer.getResponseBodyContent());
        assertThat(status).isIn("200", "202", "400", "404");
        assertThat(described
                        .schema(operation, status, type.getType() + "/" + type.getSubtype())
                        .validate(json))
                .as("%s %s: %s", status, uri, json)
                .isEmpty();
    }

    @Test
    void theDocumentStandsAlone() {
        List<String> dangling = new ArrayList<>();
        described.document().findValuesAsString("$ref").forEach(reference -> {
            if (!reference.startsWith("#/")
                    || described.document().at(reference.substring(1)).isMissingNode()) {
                dangling.add(reference);
            }
        });
        assertThat(dangling).isEmpty();
        assertThat(described.operations().stream()
                        .map(operation -> operation.node().path("operationId").asString())
                        .toList())
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(described.operations()).allSatisfy(operation -> {
            assertThat(operation.node().path("summary").asString()).endsWith(".");
            assertThat(operation.node().path("responses").has("default")).isTrue();
            assertThat(operation.node().path("tags")).hasSize(1);
        });
    }

    private static Map<String, HandlerMethod> handlers() {
        Map<String, HandlerMethod> handlers = new TreeMap<>();
        worker.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getPackageName().startsWith("groupwatch.media")) {
                        mapping.getPatternsCondition()
                                .getPatterns()
                                .forEach(pattern -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method ->
                                                handlers.put(method + " " + pattern.getPatternString(), handler)));
                    }
                });
        return handlers;
    }

    private static Set<String> taken(Operation operation, HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == MultiValueMap.class) {
                return refused(operation);
            }
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(handler.getMethod()
                        .getParameters()[parameter.getParameterIndex()]
                        .getName());
            }
        }
        return names;
    }

    private static Set<String> refused(Operation operation) {
        EntityExchangeResult<byte[]> answer =
                body(worker.caller(SCOPES), HttpMethod.valueOf(operation.method()), probe(operation));
        JsonNode problem = EventCodec.mapper().readTree(answer.getResponseBodyContent());
        assertThat(problem.path("parameter").asString())
                .as(operation.toString())
                .isEqualTo(PROBE);
        String names = problem.path("detail").asString().replaceFirst(".*which takes ", "");
        return names.equals("none") ? new TreeSet<>() : new TreeSet<>(Set.of(names.split(", ")));
    }

    private static String probe(Operation operation) {
        return operation.path().replaceAll("\\{[a-zA-Z]+}", NOBODY) + "?" + PROBE + "=1";
    }

    private static int status(WebTestClient client, Operation operation) {
        return body(client, HttpMethod.valueOf(operation.method()), probe(operation))
                .getStatus()
                .value();
    }

    private static EntityExchangeResult<byte[]> body(WebTestClient client, HttpMethod method, @Nullable String uri) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(uri);
        WebTestClient.RequestHeadersSpec<?> ready = method == HttpMethod.POST
                ? request.contentType(MediaType.APPLICATION_JSON).bodyValue("{\"failed\":true,\"seconds\":5}")
                : request;
        return ready.exchange().expectBody().returnResult();
    }
}
