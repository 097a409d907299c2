package groupwatch.store.chat;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** One linked account's chats over HTTP. */
class AccountChatsIT {

    private static final String ACCOUNT = "chats-norte";
    private static final String GROUP = "120363000000008201@g.us";
    private static final String SECOND = "120363000000008202@g.us";
    private static final String PHONE = "5511999998201@s.whatsapp.net";
    private static final String LID = "188880000008201@lid";
    private static final String DELETED = "5511999998202@s.whatsapp.net";
    private static final String BACK_AGAIN = "5511999998203@s.whatsapp.net";
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

    private static RunningStore store;
    private static WebTestClient client;

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(GROUPS_READ);
        store.store(
                text(GROUP, "G", LID + "=" + PHONE, AT),
                text(SECOND, "G", PHONE, AT.plusSeconds(5)),
                Webhooks.event(
                        "groups.upsert",
                        ACCOUNT,
                        "[{\"id\":\"" + GROUP + "\",\"subject\":\"Entrega\"}]",
                        "2026-11-20T10:00:00Z"),
                text(LID, "D1", "", AT.plusSeconds(10)),
                text(PHONE, "D2", "", AT.plusSeconds(20)),
                event("chats.upsert", DELETED, "2026-11-02T10:00:00Z"),
                event("chats.upsert", BACK_AGAIN, "2026-11-02T10:00:00Z"),
                Webhooks.event(
                        "chats.delete",
                        ACCOUNT,
                        "[\"" + DELETED + "\",\"" + BACK_AGAIN + "\"]",
                        "2026-11-03T10:00:00Z"),
                text(BACK_AGAIN, "D3", "", Instant.parse("2026-11-04T10:00:00Z")));
    }

    private static String text(String chat, String id, String sender, Instant at) {
        return Webhooks.message(ACCOUNT, chat, id, sender, at, "\"conversation\":\"x\"", "conversation");
    }

    private static String event(String event, String chat, String at) {
        return Webhooks.event(event, ACCOUNT, "[{\"remoteJid\":\"" + chat + "\",\"name\":\"Cliente\"}]", at);
    }

    @Test
    void groupsAndDirectChatsEachOnce() {
        List<JsonNode> chats = store.items(client, "/accounts/" + ACCOUNT + "/chats?limit=2");
        assertThat(jids(chats)).containsExactlyInAnyOrder(GROUP, SECOND, PHONE, DELETED, BACK_AGAIN);
        assertThat(chat(chats, GROUP).path("name").asString()).isEqualTo("Entrega");
        assertThat(chat(chats, GROUP).path("kind").asString()).isEqualTo("group");
        assertThat(chat(chats, GROUP).path("lastActivity").asString()).isEqualTo("2026-11-01T10:00:00Z");
        assertThat(chat(chats, PHONE).path("name").asString()).isEqualTo("Somebody");
        assertThat(chat(chats, PHONE).path("kind").asString()).isEqualTo("direct");
        assertThat(chat(chats, PHONE).path("lastActivity").asString()).isEqualTo("2026-11-01T10:00:20Z");
        assertThat(chat(chats, DELETED).path("name").asString()).isEqualTo("Cliente");
        assertThat(chat(chats, DELETED).path("deleted").asBoolean()).isTrue();
        assertThat(chat(chats, BACK_AGAIN).path("deleted").asBoolean()).isFalse();
    }

    @Test
    void aCallerWithGroupsSeesOnlyThese() {
        WebTestClient limited = store.caller(Set.of(GROUP, PHONE), GROUPS_READ);
        assertThat(jids(store.items(limited, "/accounts/" + ACCOUNT + "/chats")))
                .containsExactly(GROUP);
        store.caller(Set.of("120363000000008299@g.us"), GROUPS_READ)
                .get()
                .uri("/accounts/" + ACCOUNT + "/chats")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void anAccountNobodyHeardOfIsNotFound() {
        client.get().uri("/accounts/nobody/chats").exchange().expectStatus().isNotFound();
    }

    private static JsonNode chat(List<JsonNode> chats, String jid) {
        return chats.stream()
                .filter(chat -> chat.path("jid").asString().equals(jid))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> jids(List<JsonNode> chats) {
        return chats.stream().map(chat -> chat.path("jid").asString()).toList();
    }
}
