package groupwatch.store.call;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.MESSAGES_READ;
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

/** The log of calls over HTTP. */
class CallApiIT {

    private static final String GROUP = "120363000000008301@g.us";
    private static final String ANA = "5511999998301@s.whatsapp.net";
    private static final String ANA_LID = "188880000008301@lid";
    private static final String RUI = "5511999998302@s.whatsapp.net";
    private static final Instant AT = Instant.parse("2031-01-01T10:00:00Z");

    /** A time that no other test has calls in. */
    private static final String HERE = "/calls?from=2031-01-01&to=2031-01-02";

    private static RunningStore store;
    private static WebTestClient client;

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(MESSAGES_READ);
        String inGroup = ",\"isGroup\":true,\"groupJid\":\"" + GROUP + "\"";
        store.store(
                Webhooks.call("call-norte", "CALL1", ANA, AT, "offer", ",\"isVideo\":true"),
                Webhooks.call("call-norte", "CALL1", ANA, AT.plusSeconds(9), "accept", ""),
                Webhooks.call("call-norte", "CALL1", ANA, AT.plusSeconds(60), "terminate", ""),
                Webhooks.call("call-norte", "CALL2", RUI, AT.plusSeconds(100), "offer", ""),
                Webhooks.call("call-sul", "CALL1", RUI, AT, "offer", ""),
                Webhooks.call("call-sul", "CALL3", ANA_LID, AT.plusSeconds(200), "offer", inGroup),
                Webhooks.text(GROUP, "TEXT", ANA_LID + "=" + ANA, AT.plusSeconds(300), "no call"));
    }

    @Test
    void newestFirstEachWithWhatBecameOfIt() {
        List<JsonNode> calls = store.items(client, HERE + "&limit=1");
        assertThat(ids(calls)).startsWith("CALL3", "CALL2").hasSize(4);
        JsonNode answered = calls.stream()
                .filter(call -> call.path("instances").path(0).asString().equals("call-norte"))
                .filter(call -> call.path("id").asString().equals("CALL1"))
                .findFirst()
                .orElseThrow();
        assertThat(answered.path("type").asString()).isEqualTo("call");
        assertThat(answered.path("call").path("status").asString()).isEqualTo("terminate");
        assertThat(answered.path("call").path("video").asBoolean()).isTrue();
        assertThat(answered.path("sender").path("jid").asString()).isEqualTo(ANA);
        assertThat(ids(store.items(client, HERE + "&order=asc"))).endsWith("CALL2", "CALL3");
    }

    @Test
    void ofOneAccountOrOnePersonOrATime() {
        assertThat(ids(store.items(client, HERE + "&account=call-sul"))).containsExactly("CALL3", "CALL1");
        assertThat(ids(store.items(client, HERE + "&person=" + ANA_LID))).containsExactly("CALL3", "CALL1");
        assertThat(ids(store.items(client, HERE + "&person=5511999998302"))).containsExactly("CALL2", "CALL1");
        assertThat(ids(store.items(client, "/calls?from=2031-01-01T10:01:40Z&to=2031-01-01T10:01:41Z")))
                .containsExactly("CALL2");
    }

    @Test
    void aCallerWithGroupsSeesOnlyTheirs() {
        assertThat(ids(store.items(store.caller(Set.of(GROUP, ANA), MESSAGES_READ), HERE)))
                .containsExactly("CALL3");
        assertThat(ids(store.items(store.caller(Set.of("120363000000008399@g.us"), MESSAGES_READ), HERE)))
                .isEmpty();
    }

    @Test
    void aGroupKnownOnlyByACallIsFound() {
        String group = "120363000000008302@g.us";
        store.store(Webhooks.call(
                "call-norte", "CALL9", RUI, AT.plusSeconds(90_000), "offer", ",\"groupJid\":\"" + group + "\""));
        assertThat(store.json(store.caller(GROUPS_READ), "/groups/" + group)
                        .path("jid")
                        .asString())
                .isEqualTo(group);
        assertThat(ids(store.items(client, "/groups/" + group + "/messages"))).containsExactly("CALL9");
    }

    private static List<String> ids(List<JsonNode> calls) {
        return calls.stream().map(call -> call.path("id").asString()).toList();
    }
}
