package groupwatch.store.openapi;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.GROUPS_WRITE;
import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static groupwatch.kit.security.Scopes.RAW_READ;
import static groupwatch.kit.security.Scopes.SUITE_READ;
import static groupwatch.kit.security.Scopes.SUITE_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.kit.openapi.Described;
import groupwatch.kit.openapi.Described.Operation;
import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document says what the service does: the same paths, parameters and scopes, and answers by its schemas. */
class OpenApiIT {

    private static final List<String> SCOPES =
            List.of(GROUPS_READ, GROUPS_WRITE, MESSAGES_READ, RAW_READ, SUITE_READ, SUITE_WRITE);
    private static final String GROUP = "120363000000009901@g.us";
    private static final String ANA = "5511999990001@s.whatsapp.net";
    private static final String PROBE = "noSuchParameter";

    private static RunningStore store;
    private static Described described;

    @BeforeAll
    static void start() {
        store = RunningStore.shared();
        store.store(
                Webhooks.groups(
                        GROUP,
                        "Documento",
                        "2026-11-20T10:00:00Z",
                        Webhooks.participant("188880000009901@lid", "5511999999901@s.whatsapp.net", "admin")),
                Webhooks.text(
                        GROUP, "OA-1", "188880000009901@lid", Instant.parse("2026-11-20T10:01:00Z"), "pizza às 15h"),
                Webhooks.image(GROUP, "OA-2", ANA, Instant.parse("2026-11-20T10:02:00Z")));
        described = new Described(new String(
                body(store.caller(GROUPS_READ), HttpMethod.GET, "/openapi.json", null)
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8));
    }

    @Test
    void everyHandlerIsDescribedAndNothingElse() {
        Set<String> here = handlers();
        Set<String> said =
                described.operations().stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));
        assertThat(minus(here, said))
                .as("handlers that openapi/message-store.yaml does not describe")
                .isEmpty();
        assertThat(minus(said, here))
                .as("described in openapi/message-store.yaml without a handler")
                .isEmpty();
    }

    /** Every path refuses parameters it does not know and tells those it does. */
    @Test
    void everyQueryParameterIsDescribedAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : described.operations()) {
            Set<String> said = operation.names("query");
            Set<String> known = known(operation, MediaType.ALL);
            if (known == null) {
                wrong.add(operation + " does not refuse unknown query parameters");
                continue;
            }
            if (describes(operation, MediaType.APPLICATION_NDJSON_VALUE)) {
                Set<String> streamed = known(operation, MediaType.APPLICATION_NDJSON);
                known.addAll(streamed == null ? Set.of() : streamed);
            }
            minus(known, said).forEach(name -> wrong.add(operation + " takes ?" + name + ", which is not described"));
            minus(said, known)
                    .forEach(name -> wrong.add(operation + " does not take ?" + name + ", which is described"));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPathVariableIsDescribedAndNothingElse() {
        for (Operation operation : described.operations()) {
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
            String scope = operation.scope();
            if (status(store.anonymous(), operation) != 401) {
                wrong.add(operation + " answers without a token");
            }
            if (scope != null) {
                String[] others =
                        SCOPES.stream().filter(one -> !one.equals(scope)).toArray(String[]::new);
                if (status(store.caller(others), operation) != 403) {
                    wrong.add(operation + " is described with the scope " + scope + " and does not need it");
                }
            }
            int status = status(scope == null ? store.caller() : store.caller(scope), operation);
            if (status == 401 || status == 403) {
                wrong.add(operation + " is described with the scope " + scope + " and needs another");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/groups|/groups?limit=1",
                "GET|/groups|/groups?limit=500",
                "GET|/groups/{jid}|/groups/" + GROUP,
                "GET|/groups/{jid}|/groups/120363000000009999@g.us",
                "GET|/groups/{jid}|/groups/nonsense",
                "PATCH|/groups/{jid}|/groups/" + GROUP,
                "GET|/groups/{jid}/participants|/groups/" + GROUP + "/participants",
                "GET|/groups/{jid}/stats|/groups/" + GROUP + "/stats?from=2026-11-01&to=2026-12-01",
                "GET|/groups/{jid}/messages|/groups/" + GROUP + "/messages?limit=1",
                "GET|/groups/{jid}/messages|/groups/" + GROUP + "/messages?limit=0",
                "GET|/chats/{jid}/messages|/chats/" + GROUP + "/messages",
                "GET|/messages/{id}|/messages/OA-1",
                "GET|/messages/{id}|/messages/OA-2?raw=true",
                "GET|/accounts/{id}/chats|/accounts/loja-norte/chats",
                "GET|/contacts|/contacts",
                "GET|/people/{jid}|/people/5511999999901",
                "GET|/people/{jid}/messages|/people/5511999999901/messages",
                "GET|/calls|/calls",
                "GET|/search|/search?q=pizza&context=1",
                "GET|/search|/search?q=pizza&sort=rank",
                "POST|/search/explain|/search/explain",
                "GET|/retention|/retention",
                "POST|/cron/apply-retention|/cron/apply-retention",
                "POST|/cron/create-partitions|/cron/create-partitions",
                "GET|/openapi.json|/openapi.json",
            })
    void answersAreAsDescribed(String method, String path, String uri) {
        Operation operation = described.operation(method + " " + path);
        EntityExchangeResult<byte[]> answer = body(
                store.caller(SCOPES.toArray(String[]::new)),
                HttpMethod.valueOf(method),
                uri,
                path.equals("/search/explain")
                        ? "{\"q\":\"pizza\"}"
                        : "{\"retentionDays\":\"forever\",\"language\":\"pt\"}");
        String status = String.valueOf(answer.getStatus().value());
        MediaType type = answer.getResponseHeaders().getContentType();
        String mediaType = type.getType() + "/" + type.getSubtype();
        JsonNode json = EventCodec.mapper().readTree(answer.getResponseBodyContent());
        assertThat(status).isIn("200", "400", "404");
        assertThat(described.schema(operation, status, mediaType).validate(json))
                .as("%s %s: %s", status, uri, json)
                .isEmpty();
    }

    @Test
    void aSchemaNoticesWhatIsNotDescribed() {
        Operation operation = described.operation("GET /groups/{jid}");
        JsonNode group = EventCodec.mapper()
                .readTree("{\"jid\":\"1@g.us\",\"revision\":1,\"monitored\":true,\"instances\":[],\"surprise\":1}");
        assertThat(described.schema(operation, "200", "application/json").validate(group))
                .isNotEmpty();
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
            assertThat(operation.node().path("summary").asString())
                    .as(operation.toString())
                    .endsWith(".");
            assertThat(operation.node().path("responses").propertyNames()).contains("200", "default");
            assertThat(operation.node().path("tags")).hasSize(1);
        });
    }

    @Test
    void theYamlIsTheSameDocument() {
        byte[] yaml = body(store.caller(), HttpMethod.GET, "/openapi/message-store.yaml", null)
                .getResponseBodyContent();
        Object read = new org.yaml.snakeyaml.Yaml().load(new String(yaml, StandardCharsets.UTF_8));
        assertThat(EventCodec.mapper().<JsonNode>valueToTree(read)).isEqualTo(described.document());
    }

    private static Set<String> handlers() {
        Set<String> handlers = new TreeSet<>();
        store.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getPackageName().startsWith("groupwatch.store")) {
                        mapping.getPatternsCondition()
                                .getPatterns()
                                .forEach(pattern -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> handlers.add(method + " " + pattern.getPatternString())));
                    }
                });
        return handlers;
    }

    /** What the refusal of an unknown parameter names; absent when nothing is refused. */
    private static @Nullable Set<String> known(Operation operation, MediaType accept) {
        EntityExchangeResult<byte[]> answer = store.caller(SCOPES.toArray(String[]::new))
                .method(HttpMethod.valueOf(operation.method()))
                .uri(example(operation) + "?" + PROBE + "=1")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(
                        accept.equals(MediaType.ALL)
                                ? accepted(operation)
                                : new MediaType[] {accept, MediaType.APPLICATION_PROBLEM_JSON})
                .bodyValue("{}")
                .exchange()
                .expectBody()
                .returnResult();
        JsonNode problem =
                answer.getResponseBodyContent() == null || answer.getStatus().value() != 400
                        ? EventCodec.mapper().createObjectNode()
                        : EventCodec.mapper().readTree(answer.getResponseBodyContent());
        if (!problem.path("parameter").asString().equals(PROBE)) {
            return null;
        }
        String names = problem.path("detail").asString().replaceFirst(".*which takes ", "");
        return names.equals("none") ? new TreeSet<>() : new TreeSet<>(Set.of(names.split(", ")));
    }

    private static MediaType[] accepted(Operation operation) {
        return describes(operation, MediaType.TEXT_EVENT_STREAM_VALUE)
                ? new MediaType[] {MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_PROBLEM_JSON}
                : operation.path().endsWith(".yaml")
                        ? new MediaType[] {MediaType.ALL}
                        : new MediaType[] {MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON, MediaType.ALL
                        };
    }

    private static boolean describes(Operation operation, String mediaType) {
        return described
                .resolved(operation.node().path("responses").path("200"))
                .path("content")
                .has(mediaType);
    }

    private static int status(WebTestClient client, Operation operation) {
        // an unknown parameter, so that whoever is let in does nothing
        return client.method(HttpMethod.valueOf(operation.method()))
                .uri(example(operation) + "?" + PROBE + "=1")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static String example(Operation operation) {
        String jid = operation.path().startsWith("/groups") ? GROUP : ANA;
        return operation.path().replace("{jid}", jid).replace("{id}", "OA-1");
    }

    private static EntityExchangeResult<byte[]> body(
            WebTestClient client, HttpMethod method, String uri, @Nullable String body) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(uri);
        WebTestClient.RequestHeadersSpec<?> ready = body == null || method == HttpMethod.GET
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        return ready.exchange().expectBody().returnResult();
    }

    private static Set<String> minus(Set<String> all, Set<String> others) {
        return Stream.of(all)
                .flatMap(Set::stream)
                .filter(one -> !new HashSet<>(others).contains(one))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
