package groupwatch.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.openapi.Described.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI document says what a service does: the same paths, parameters and scopes. Each service has a test of this kind, which adds that
 * answers are by its schemas.
 */
public abstract class OpenApiContract {

    private static final String PROBE = "noSuchParameter";

    /** Of the service that runs. */
    protected abstract WebTestClient caller(String... scopes);

    /** Without a token. */
    protected abstract WebTestClient anonymous();

    protected abstract RequestMappingHandlerMapping mapping();

    /** The handlers in it, and below it, are the service's. */
    protected abstract String basePackage();

    /** All scopes that the service knows. */
    protected abstract String[] scopes();

    /** What stands for a variable of a path where nothing need be there. */
    protected abstract String value(String variable);

    /** A body that POST and PUT take. */
    protected abstract String body();

    protected final Described described() {
        return new Described(new String(
                body(caller(), HttpMethod.GET, "/openapi.json").getResponseBodyContent(), StandardCharsets.UTF_8));
    }

    /** What is asked, and by which schema the answer is to be. */
    protected final void isAsDescribed(String method, String path, String uri) {
        Described described = described();
        Operation operation = described.operation(method + " " + path);
        EntityExchangeResult<byte[]> answer = body(caller(scopes()), HttpMethod.valueOf(method), uri);
        MediaType type = answer.getResponseHeaders().getContentType();
        String status = String.valueOf(answer.getStatus().value());
        JsonNode json = JsonMapper.shared().readTree(answer.getResponseBodyContent());
        assertThat(status).isIn("200", "202", "400", "404");
        assertThat(described
                        .schema(operation, status, type.getType() + "/" + type.getSubtype())
                        .validate(json))
                .as("%s %s: %s", status, uri, json)
                .isEmpty();
    }

    @Test
    void everyHandlerIsDescribedAndNothingElse() {
        Set<String> said = new TreeSet<>();
        described().operations().forEach(operation -> said.add(operation.toString()));
        assertThat(said).isEqualTo(handlers().keySet());
    }

    /** A handler that takes the whole query refuses what it does not know, and names what it does. */
    @Test
    void everyParameterIsDescribedAndNothingElse() {
        for (Operation operation : described().operations()) {
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
        for (Operation operation : described().operations()) {
            if (operation.node().path("security").isEmpty()) {
                assertThat(status(anonymous(), operation))
                        .as(operation.toString())
                        .isNotIn(401, 403);
                continue;
            }
            String scope = operation.scope();
            if (status(anonymous(), operation) != 401) {
                wrong.add(operation + " answers without a token");
            }
            String[] others =
                    Arrays.stream(scopes()).filter(one -> !one.equals(scope)).toArray(String[]::new);
            if (scope != null && status(caller(others), operation) != 403) {
                wrong.add(operation + " does not need " + scope);
            }
            int status = status(scope == null ? caller() : caller(scope), operation);
            if (status == 401 || status == 403) {
                wrong.add(operation + " needs another scope than " + scope);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theDocumentStandsAlone() {
        List<String> dangling = new ArrayList<>();
        described().document().findValuesAsString("$ref").forEach(reference -> {
            if (!reference.startsWith("#/")
                    || described().document().at(reference.substring(1)).isMissingNode()) {
                dangling.add(reference);
            }
        });
        assertThat(dangling).isEmpty();
        assertThat(described().operations().stream()
                        .map(operation -> operation.node().path("operationId").asString())
                        .toList())
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(described().operations()).allSatisfy(operation -> {
            assertThat(operation.node().path("summary").asString()).endsWith(".");
            assertThat(operation.node().path("responses").has("default")).isTrue();
            assertThat(operation.node().path("tags")).hasSize(1);
        });
    }

    private Map<String, HandlerMethod> handlers() {
        Map<String, HandlerMethod> handlers = new TreeMap<>();
        mapping().getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith(basePackage())) {
                mapping.getPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> handlers.put(method + " " + pattern.getPatternString(), handler)));
            }
        });
        return handlers;
    }

    private Set<String> taken(Operation operation, HandlerMethod handler) {
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

    private Set<String> refused(Operation operation) {
        EntityExchangeResult<byte[]> answer =
                body(caller(scopes()), HttpMethod.valueOf(operation.method()), probe(operation));
        JsonNode problem = JsonMapper.shared().readTree(answer.getResponseBodyContent());
        assertThat(problem.path("parameter").asString())
                .as(operation.toString())
                .isEqualTo(PROBE);
        String names = problem.path("detail").asString().replaceFirst(".*which takes ", "");
        return names.equals("none") ? new TreeSet<>() : new TreeSet<>(Set.of(names.split(", ")));
    }

    private String probe(Operation operation) {
        return Pattern.compile("\\{([a-zA-Z]+)}")
                        .matcher(operation.path())
                        .replaceAll(variable -> value(variable.group(1)))
                + "?" + PROBE + "=1";
    }

    private int status(WebTestClient client, Operation operation) {
        return body(client, HttpMethod.valueOf(operation.method()), probe(operation))
                .getStatus()
                .value();
    }

    private EntityExchangeResult<byte[]> body(WebTestClient client, HttpMethod method, @Nullable String uri) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(uri);
        WebTestClient.RequestHeadersSpec<?> ready = method == HttpMethod.POST || method == HttpMethod.PUT
                ? request.contentType(MediaType.APPLICATION_JSON).bodyValue(body())
                : request;
        return ready.exchange().expectBody().returnResult();
    }
}
