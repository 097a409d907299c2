package groupwatch.store.person;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** One person over all groups, over HTTP. */
class PersonApiIT {

    private static final String PHONE = "5511999998401@s.whatsapp.net";
    private static final String LID = "188880000008401@lid";
    private static final String SILENT = "5511999998402@s.whatsapp.net";
    private static final List<String> GROUPS =
            List.of("120363000000008401@g.us", "120363000000008402@g.us", "120363000000008403@g.us");
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

    private static RunningStore store;
    private static WebTestClient client;
    private static List<String> newestFirst;

    /** What they say comes under the one identity here and the other there, all over the groups; others talk too. */
    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(GROUPS_READ, MESSAGES_READ);
        List<String> bodies = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String sender = List.of(PHONE, LID, LID + "=" + PHONE).get(i % 3);
            String id = "P%02d".formatted(i);
            // two share each second
            Instant at = AT.plusSeconds(i / 2);
            ids.addFirst(id);
            bodies.add(
                    i % 5 == 0
                            ? Webhooks.image(GROUPS.get(i % 3), id, sender, at)
                            : Webhooks.text(GROUPS.get(i % 3), id, sender, at, "x"));
            bodies.add(Webhooks.text(GROUPS.get(i % 3), "Q" + i, "5511999998499@s.whatsapp.net", at, "another"));
        }
        bodies.add(Webhooks.text(PHONE, "PRIVATE", "", AT.plusSeconds(60), "in private"));
        bodies.add(Webhooks.groups(
                GROUPS.getFirst(),
                "Entrega",
                "2026-10-01T10:00:00Z",
                Webhooks.participant(LID, PHONE, "admin") + ","
                        + Webhooks.participant("188880000008402@lid", SILENT, null)));
        bodies.add(Webhooks.participants(
                GROUPS.get(1), "remove", Webhooks.participant(LID, PHONE, null), "2026-11-05T10:00:00Z"));
        bodies.add(Webhooks.contact("people-norte", PHONE, "Cliente Ana", null, "2026-11-20T10:00:00Z"));
        Collections.shuffle(bodies, new Random(7));
        store.store(bodies.toArray(String[]::new));
        newestFirst = ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {PHONE, LID, "5511999998401"})
    void isOnePersonUnderEachIdentity(String jid) {
        JsonNode person = store.json(client, "/people/" + jid);
        assertThat(person.path("jid").asString()).isEqualTo(PHONE);
        assertThat(person.path("lid").asString()).isEqualTo(LID);
        assertThat(person.path("phone").asString()).isEqualTo("5511999998401");
        assertThat(texts(person, "identities", "")).containsExactly(PHONE, LID);
        assertThat(texts(person, "names", "name")).contains("Somebody", "Cliente Ana");
        assertThat(person.path("name").asString()).isEqualTo("Somebody");
        assertThat(person.path("firstMessageAt").asString()).isEqualTo("2026-11-01T10:00:00Z");
        assertThat(person.path("lastMessageAt").asString()).isEqualTo("2026-11-01T10:00:14Z");
        assertThat(texts(person, "groups", "jid")).isEqualTo(GROUPS);
        assertThat(person.path("groups").path(0).path("name").asString()).isEqualTo("Entrega");
        assertThat(person.path("groups").path(0).path("admin").asString()).isEqualTo("admin");
        assertThat(person.path("groups").path(1).path("leftAt").asString()).isEqualTo("2026-11-05T10:00:00Z");
        assertThat(person.path("groups").path(2).has("leftAt")).isFalse();
    }

    @Test
    void theirMessagesOfAllGroupsButNoneOfOthersAndNonePrivate() {
        String path = "/people/" + LID + "/messages";
        for (int limit : new int[] {1, 7, 500}) {
            assertThat(ids(client, path + "?limit=" + limit)).isEqualTo(newestFirst);
            assertThat(ids(client, path + "?order=asc&limit=" + limit)).isEqualTo(newestFirst.reversed());
        }
        assertThat(ids(client, path + "?has=media")).containsExactly("P25", "P20", "P15", "P10", "P05", "P00");
        assertThat(ids(client, path + "?from=2026-11-01T10:00:05Z&to=2026-11-01T10:00:06Z"))
                .containsExactly("P11", "P10");
        assertThat(ids(client, "/people/" + SILENT + "/messages")).isEmpty();
    }

    @Test
    void aCallerWithGroupsSeesThePersonInThese() {
        WebTestClient limited = store.caller(Set.of(GROUPS.get(1)), GROUPS_READ, MESSAGES_READ);
        JsonNode person = store.json(limited, "/people/" + PHONE);
        assertThat(texts(person, "groups", "jid")).containsExactly(GROUPS.get(1));
        assertThat(person.path("lastMessageAt").asString()).isEqualTo("2026-11-01T10:00:14Z");
        assertThat(ids(limited, "/people/" + PHONE + "/messages?limit=3"))
                .isEqualTo(newestFirst.stream()
                        .filter(id -> Integer.parseInt(id.substring(1)) % 3 == 1)
                        .toList());
        for (String path : List.of("/people/" + SILENT, "/people/" + SILENT + "/messages")) {
            limited.get().uri(path).exchange().expectStatus().isNotFound();
        }
    }

    @Test
    void whoNobodyKnowsIsNotFound() {
        for (String path : List.of("/people/5511999998498", "/people/5511999998498/messages")) {
            client.get().uri(path).exchange().expectStatus().isNotFound();
        }
        store.json(client, "/people/" + SILENT);
    }

    private static List<String> ids(WebTestClient caller, String path) {
        return store.items(caller, path).stream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static List<String> texts(JsonNode node, String list, String field) {
        return node.path(list)
                .valueStream()
                .map(item ->
                        field.isEmpty() ? item.asString() : item.path(field).asString())
                .toList();
    }
}
