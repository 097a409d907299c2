package groupwatch.store.export;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Bulk reads and exports over HTTP: what they say, whom they serve, how they are called. */
class ExportApiIT {

    private static final String GROUP = "120363000000007301@g.us";
    private static final String DIRECT = "5511999997301@s.whatsapp.net";
    private static final String ANA = "5511999990001@s.whatsapp.net";
    private static final Instant AT = Instant.parse("2026-10-31T22:30:00Z");
    private static final int COUNT = 450;

    private static RunningStore store;
    private static WebTestClient client;

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(MESSAGES_READ);
        store.store(IntStream.range(0, COUNT)
                .mapToObj(i -> Webhooks.text(GROUP, "E%03d".formatted(i), ANA, AT.plusSeconds(i), "text " + i))
                .toArray(String[]::new));
        store.store(
                Webhooks.text(GROUP, "FORMULA", ANA, AT.plusSeconds(1000), "=HYPERLINK(\\\"http://x\\\")"),
                Webhooks.text(
                        GROUP, "LINES", "5511999990002@s.whatsapp.net", AT.plusSeconds(1001), "a, \\\"b\\\"\\nc 🌻"),
                Webhooks.image(GROUP, "IMAGE", ANA, AT.plusSeconds(1002)),
                Webhooks.groups(GROUP, "Obras & Família", "2026-10-31T22:00:00.000Z", ""));
        for (String account : List.of("loja-norte", "loja-sul")) {
            store.store(Webhooks.message(
                    account,
                    DIRECT,
                    "DM-" + account,
                    "",
                    AT,
                    "\"conversation\":\"hi " + account + "\"",
                    "conversation"));
            store.database()
                    .execute("INSERT INTO store.chats (instance, chat) VALUES ('" + account + "', '" + DIRECT
                            + "') ON CONFLICT DO NOTHING");
        }
    }

    @Test
    void givesTheSameMessagesAsThePagesOneALine() {
        List<String> newestFirst = store.ids(client, "/groups/" + GROUP + "/messages?limit=100");
        assertThat(newestFirst).hasSize(COUNT + 3);
        assertThat(ids(ndjson("/groups/" + GROUP + "/messages"))).isEqualTo(newestFirst);
        assertThat(ids(ndjson("/groups/" + GROUP + "/messages?order=asc"))).isEqualTo(newestFirst.reversed());
        assertThat(ids(ndjson("/groups/" + GROUP + "/messages?limit=7"))).isEqualTo(newestFirst.subList(0, 7));
        assertThat(ids(ndjson("/groups/" + GROUP + "/messages?sender=5511999990002")))
                .containsExactly("LINES");
        assertThat(ids(ndjson("/groups/" + GROUP + "/messages?has=media"))).containsExactly("IMAGE");
        assertThat(ids(ndjson("/groups/" + GROUP + "/messages?type=video"))).isEmpty();
        assertThat(ids(ndjson("/groups/" + GROUP + "/messages?from=2026-10-31T22:30:10Z&to=2026-10-31T22:30:12Z")))
                .containsExactly("E011", "E010");
        assertThat(ids(body("/groups/" + GROUP + "/export"))).isEqualTo(newestFirst.reversed());
    }

    @Test
    void aLineIsTheMessageAsEverywhere() {
        JsonNode line = lines(ndjson("/groups/" + GROUP + "/messages?limit=1")).getFirst();
        JsonNode item = Objects.requireNonNull(client.get()
                        .uri("/groups/" + GROUP + "/messages?limit=1")
                        .exchange()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("items")
                .path(0);
        assertThat(line).isEqualTo(item);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html, */*;q=0.1"})
    void whoDoesNotAskForLinesGetsThePage(String accept) {
        client.get()
                .uri("/groups/" + GROUP + "/messages?limit=1")
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void csvReadsBackAndRunsNothing() throws IOException {
        List<CSVRecord> rows = csv("/groups/" + GROUP + "/export?format=csv&tz=America/Sao_Paulo&from=2026-10-31");
        assertThat(rows.getFirst().toList()).isEqualTo(Csv.COLUMNS);
        assertThat(rows).hasSize(1 + COUNT + 3).allMatch(row -> row.size() == Csv.COLUMNS.size());
        CSVRecord first = rows.get(1);
        assertThat(cell(first, "date")).isEqualTo("2026-10-31");
        assertThat(cell(first, "time")).isEqualTo("19:30:00");
        assertThat(cell(first, "sent_at")).isEqualTo("2026-10-31T19:30:00-03:00");
        assertThat(cell(first, "phone")).isEqualTo("5511999990001");
        assertThat(cell(first, "text")).isEqualTo("text 0");
        assertThat(cell(rows.get(COUNT + 1), "text")).isEqualTo("'=HYPERLINK(\"http://x\")");
        assertThat(cell(rows.get(COUNT + 2), "text")).isEqualTo("a, \"b\"\nc 🌻");
        assertThat(cell(rows.get(COUNT + 3), "file_type")).isEqualTo("image/jpeg");
    }

    @Test
    void daysBeginInTheZone() {
        String export = "/groups/" + GROUP + "/export?limit=1&from=2026-11-01";
        assertThat(ids(body(export + "&tz=Pacific/Kiritimati"))).containsExactly("E000");
        assertThat(ids(body(export))).isEmpty();
    }

    @Test
    void theMarkForExcelComesFirstWhenAskedFor() {
        byte[] bytes = Objects.requireNonNull(client.get()
                .uri("/groups/" + GROUP + "/export?format=csv&bom=true&limit=1")
                .exchange()
                .expectHeader()
                .valueEquals("Content-Type", "text/csv;charset=utf-8;header=present")
                .expectBody()
                .returnResult()
                .getResponseBody());
        assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("\uFEFFdate,time,");
    }

    @Test
    void theFileIsNamedAfterTheGroupAndThePeriod() {
        client.get()
                .uri("/groups/" + GROUP + "/export?from=2026-10-01&to=2026-11-01&limit=1")
                .exchange()
                .expectHeader()
                .valueEquals(
                        "Content-Disposition",
                        "attachment; filename=\"Obras-Familia_2026-10-01_2026-10-31.ndjson\"; "
                                + "filename*=UTF-8''Obras-Fam%C3%ADlia_2026-10-01_2026-10-31.ndjson")
                .expectHeader()
                .contentType(MediaType.APPLICATION_NDJSON);
    }

    @Test
    void headSaysTheSameWithoutReadingAnything() {
        double before = exported();
        client.method(HttpMethod.HEAD)
                .uri("/groups/" + GROUP + "/export?format=csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("Content-Disposition")
                .expectHeader()
                .valueEquals("Content-Type", "text/csv;charset=utf-8;header=present")
                .expectBody()
                .isEmpty();
        client.method(HttpMethod.HEAD)
                .uri("/groups/120363000000009999@g.us/export")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void directChatsOfTwoAccountsDoNotMix() {
        assertThat(ids(ndjson("/chats/" + DIRECT + "/messages?account=loja-norte")))
                .containsExactly("DM-loja-norte");
        assertThat(ids(body("/chats/5511999997301/export?account=loja-sul"))).containsExactly("DM-loja-sul");
        ask("/chats/" + DIRECT + "/export")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("account");
        ask("/chats/" + DIRECT + "/export?account=nobody").expectStatus().isNotFound();
        ask("/groups/" + DIRECT + "/export")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("jid");
    }

    @Test
    void aCallerWithGroupsGetsTheseAndNoDirectChats() {
        WebTestClient limited = store.caller(Set.of(GROUP, DIRECT), MESSAGES_READ);
        limited.get()
                .uri("/groups/" + GROUP + "/export?limit=1")
                .exchange()
                .expectStatus()
                .isOk();
        WebTestClient other = store.caller(Set.of("120363000000007302@g.us"), MESSAGES_READ);
        other.get()
                .uri("/groups/" + GROUP + "/export")
                .exchange()
                .expectStatus()
                .isNotFound();
        other.get()
                .uri("/groups/" + GROUP + "/messages")
                .accept(MediaType.APPLICATION_NDJSON)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        limited.get()
                .uri("/chats/" + DIRECT + "/export?account=loja-sul")
                .exchange()
                .expectStatus()
                .isNotFound();
        store.caller(GROUPS_READ)
                .get()
                .uri("/groups/" + GROUP + "/export")
                .exchange()
                .expectStatus()
                .isForbidden();
        store.anonymous()
                .get()
                .uri("/groups/" + GROUP + "/export")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource({
        "format=xml, format",
        "tz=Mars, tz",
        "bom=true, bom",
        "limit=0, limit",
        "limit=3000000000, limit",
        "from=2026-02-01&to=2026-01-01, to",
        "type=telegram, type",
        "cursor=x, cursor",
    })
    void namesTheBadParameter(String query, String parameter) {
        ask("/groups/" + GROUP + "/export?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(parameter);
    }

    private static double exported() {
        return store
                .get(io.micrometer.core.instrument.MeterRegistry.class)
                .find("groupwatch.store.exported")
                .counters()
                .stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private static WebTestClient.ResponseSpec ask(String path) {
        return client.get().uri(path).exchange();
    }

    private static String body(String path) {
        return text(ask(path).expectStatus().isOk().expectBody(String.class).returnResult());
    }

    private static String ndjson(String path) {
        return text(client.get()
                .uri(path)
                .accept(MediaType.APPLICATION_NDJSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_NDJSON)
                .expectBody(String.class)
                .returnResult());
    }

    private static String text(EntityExchangeResult<String> result) {
        return Objects.requireNonNullElse(result.getResponseBody(), "");
    }

    private static List<JsonNode> lines(String ndjson) {
        assertThat(ndjson)
                .satisfiesAnyOf(
                        all -> assertThat(all).isEmpty(), all -> assertThat(all).endsWith("}\n"));
        return ndjson.lines().map(line -> EventCodec.mapper().readTree(line)).toList();
    }

    private static List<String> ids(String ndjson) {
        return lines(ndjson).stream().map(line -> line.path("id").asString()).toList();
    }

    private static List<CSVRecord> csv(String path) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(body(path))).getRecords();
    }

    private static String cell(CSVRecord row, String column) {
        return row.get(Csv.COLUMNS.indexOf(column));
    }
}
