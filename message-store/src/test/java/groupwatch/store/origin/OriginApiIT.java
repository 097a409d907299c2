package groupwatch.store.origin;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.testing.Found;
import groupwatch.store.testing.ManyMessages;
import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** How messages came, by day and account: what the rows say, and nothing else. */
class OriginApiIT {

    private static final String GROUP = "120363000000006101@g.us";
    private static final String BUSY = "120363000000006102@g.us";
    private static final String ANA = "5511999996101@s.whatsapp.net";
    private static final int MANY = 20_000;

    private static RunningStore store;
    private static WebTestClient client;

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(MESSAGES_READ);
        String late = "2026-11-10T23:59:59Z";
        store.store(
                text("origin-norte", GROUP, "O1", "2026-11-10T08:00:00Z"),
                text("origin-sul", GROUP, "O1", "2026-11-10T08:00:00Z"),
                text("origin-norte", GROUP, "O1", "2026-11-10T08:00:00Z"),
                text("origin-norte", GROUP, "O2", late),
                text("origin-norte", GROUP, "O3", "2026-11-11T00:00:00Z"),
                history("origin-norte", GROUP, "O4", "2026-11-10T09:00:00Z"),
                found("origin-norte", GROUP, "O5", "2026-11-10T10:00:00Z"),
                found("origin-norte", GROUP, "O1", "2026-11-10T08:00:00Z"),
                found("origin-sul", GROUP, "O2", late),
                text("origin-norte", ANA, "D1", "2026-11-10T08:00:00Z"),
                found("origin-norte", ANA, "D2", "2026-11-10T08:00:01Z"),
                text("origin-sul", ANA, "D1", "2026-11-10T08:00:00Z"));
        ManyMessages.fill(store.database(), BUSY, MANY, 10);
        store.database().execute("""
                UPDATE store.message_sightings SET origin = right(id, 1)::int %% 4 WHERE scope = '%1$s';
                INSERT INTO store.message_sightings (scope, id, instance, from_me, origin, source_topic, source_partition, source_offset)
                    SELECT scope, id, 'origin-sul', false, 2, 'test', 0, 0 FROM store.message_sightings
                    WHERE scope = '%1$s' AND right(id, 2)::int %% 3 = 0
                """.formatted(BUSY));
    }

    @Test
    void eachAccountsMessagesAreCountedOnceByTheBestWayTheyCame() {
        assertThat(origins("/groups/" + GROUP + "/origins?from=2026-11-10&to=2026-11-12"))
                .containsExactly(
                        "2026-11-10 origin-norte 2 1 1 0",
                        "2026-11-10 origin-sul 1 0 1 0",
                        "2026-11-11 origin-norte 1 0 0 0");
        assertThat(origins("/groups/" + GROUP + "/origins?from=2026-11-11&to=2026-11-12"))
                .containsExactly("2026-11-11 origin-norte 1 0 0 0");
        assertThat(origins("/groups/" + GROUP + "/origins?from=2026-01-11&to=2026-01-12"))
                .isEmpty();
        assertThat(origins("/chats/" + GROUP + "/origins?from=2026-11-11&to=2026-11-12"))
                .hasSize(1);
    }

    @Test
    void aDirectChatIsCountedForItsAccountAlone() {
        String path = "/chats/" + ANA + "/origins?from=2026-11-01&to=2026-12-01";
        assertThat(origins(path + "&account=origin-norte")).containsExactly("2026-11-10 origin-norte 1 0 1 0");
        assertThat(origins(path + "&account=origin-sul")).containsExactly("2026-11-10 origin-sul 1 0 0 0");
        client.get().uri(path).exchange().expectStatus().isBadRequest();
    }

    @Test
    void aBusyChatCountsWhatARecountFinds() throws SQLException {
        assertThat(origins("/groups/" + BUSY + "/origins?from=2025-12-31&to=2026-12-01"))
                .isEqualTo(recount())
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-11-10&to=2026-11-10",
                "from=2025-01-01&to=2026-11-10",
                "from=yesterday",
                "to=2026-11-10T00:00:00Z",
                "account=origin-norte"
            })
    void otherDaysAreRefused(String query) {
        client.get()
                .uri("/groups/" + GROUP + "/origins?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void whoMayNotReadTheMessagesGetsNoCounts() {
        String path = "/groups/" + GROUP + "/origins";
        store.caller(GROUPS_READ).get().uri(path).exchange().expectStatus().isForbidden();
        WebTestClient limited = store.caller(Set.of(BUSY), MESSAGES_READ);
        limited.get().uri(path).exchange().expectStatus().isNotFound();
        limited.get()
                .uri("/chats/" + ANA + "/origins?account=origin-sul")
                .exchange()
                .expectStatus()
                .isNotFound();
        limited.get()
                .uri("/groups/" + BUSY + "/origins")
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** One row after the other. */
    private static List<String> recount() throws SQLException {
        Map<String, long[]> counts = new TreeMap<>();
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT extract(epoch FROM k.sent_at)::bigint AS at, s.instance, s.origin FROM store.message_sightings s
                            JOIN store.message_keys k USING (scope, id) WHERE k.chat = '%s'
                        """.formatted(BUSY))) {
            while (rows.next()) {
                String day =
                        Instant.ofEpochSecond(rows.getLong("at")).toString().substring(0, 10);
                counts.computeIfAbsent(day + " " + rows.getString("instance"), absent -> new long[4])[
                        rows.getInt("origin")]++;
            }
        }
        List<String> all = new ArrayList<>();
        counts.forEach((key, by) -> all.add("%s %d %d %d %d".formatted(key, by[0], by[1], by[2], by[3])));
        return all;
    }

    private static List<String> origins(String path) {
        return store.items(client, path).stream()
                .map(item -> "%s %s %d %d %d %d"
                        .formatted(
                                item.path("day").asString(),
                                item.path("account").asString(),
                                number(item, "webhook"),
                                number(item, "history"),
                                number(item, "resync"),
                                number(item, "import")))
                .toList();
    }

    private static long number(JsonNode item, String name) {
        return item.required(name).longValue();
    }

    private static String text(String instance, String chat, String id, String at) {
        return Webhooks.message(instance, chat, id, ANA, Instant.parse(at), "\"conversation\":\"x\"", "conversation");
    }

    private static String history(String instance, String chat, String id, String at) {
        return text(instance, chat, id, at)
                .replace("messages.upsert", "messages.set")
                .replace("\"data\":{", "\"data\":[{")
                .replace("},\"date_time\"", "}],\"date_time\"");
    }

    private static String found(String instance, String chat, String id, String at) {
        return new String(
                Found.messages(
                        instance,
                        Instant.parse("2026-11-12T00:00:00Z"),
                        Found.text(chat, id, "x", Instant.parse(at).getEpochSecond())),
                StandardCharsets.UTF_8);
    }
}
