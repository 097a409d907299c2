package groupwatch.store.contact;

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

/** Whom the linked accounts know, over HTTP: everybody once, and for limited callers only their groups' people. */
class ContactApiIT {

    private static final String ACCOUNT = "contacts-norte";
    private static final String OTHER = "contacts-sul";
    private static final String GROUP = "120363000000008151@g.us";
    private static final String JOSE = "5511999998151@s.whatsapp.net";
    private static final String JOSE_LID = "188880000008151@lid";
    private static final String ONLY_LID = "188880000008102@lid";
    private static final String MEMBER = "5511999998103@s.whatsapp.net";
    private static final String PARTNER = "5511999998104@s.whatsapp.net";
    private static final String ELSEWHERE = "5511999998105@s.whatsapp.net";
    private static final String PICTURE = "https://pps.whatsapp.net/8151.jpg";
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

    private static RunningStore store;
    private static WebTestClient client;

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(GROUPS_READ);
        store.store(
                Webhooks.contact(ACCOUNT, JOSE, "José Álvares", null, "2026-11-20T10:00:00Z"),
                Webhooks.contact(ACCOUNT, JOSE_LID, "Zé", PICTURE, "2026-11-19T10:00:00Z"),
                Webhooks.contact(ACCOUNT, ONLY_LID, "Contato LID", null, "2026-11-20T10:00:00Z"),
                Webhooks.contact(OTHER, ELSEWHERE, "Somebody else's", null, "2026-11-20T10:00:00Z"),
                text(GROUP, JOSE_LID + "=" + JOSE),
                text(GROUP, MEMBER),
                text(PARTNER, ""),
                Webhooks.event(
                        "groups.upsert",
                        ACCOUNT,
                        "[{\"id\":\"" + GROUP + "\",\"subject\":\"Coração\"}]",
                        "2026-11-20T10:00:00Z"));
    }

    private static String text(String chat, String sender) {
        return Webhooks.message(
                ACCOUNT, chat, "C" + sender.hashCode(), sender, AT, "\"conversation\":\"x\"", "conversation");
    }

    @Test
    void everybodyOnceInOrder() {
        assertThat(jids("/contacts?account=" + ACCOUNT))
                .containsExactlyInAnyOrder(GROUP, ONLY_LID, JOSE, MEMBER, PARTNER);
        for (int limit : new int[] {1, 2, 3, 500}) {
            assertThat(jids("/contacts?account=" + ACCOUNT + "&limit=" + limit))
                    .isEqualTo(jids("/contacts?account=" + ACCOUNT));
        }
        assertThat(jids("/contacts?type=group&account=" + ACCOUNT)).containsExactly(GROUP);
        assertThat(jids("/contacts?type=individual&account=" + ACCOUNT))
                .hasSize(4)
                .doesNotContain(GROUP);
        assertThat(jids("/contacts?account=" + OTHER)).containsExactly(ELSEWHERE);
        assertThat(jids("/contacts?limit=3"))
                .contains(GROUP, ONLY_LID, JOSE, MEMBER, PARTNER, ELSEWHERE)
                .doesNotContain(JOSE_LID)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPersonHasAllTheirNamesAndThePicture() {
        JsonNode jose = store.items(client, "/contacts?q=" + "5511999998151").getFirst();
        assertThat(jose.path("type").asString()).isEqualTo("individual");
        assertThat(jose.path("jid").asString()).isEqualTo(JOSE);
        assertThat(jose.path("lid").asString()).isEqualTo(JOSE_LID);
        assertThat(jose.path("phone").asString()).isEqualTo("5511999998151");
        assertThat(jose.path("names").valueStream().map(JsonNode::asString))
                .containsExactly("Somebody", "José Álvares", "Zé");
        assertThat(jose.path("picture").asString()).isEqualTo(PICTURE);
        assertThat(store.items(client, "/contacts?q=5511999998103").getFirst().has("picture"))
                .isFalse();
    }

    @Test
    void wordsFindPeopleAndGroupsWhateverAccentsAndCase() {
        String all = "/contacts?account=" + ACCOUNT + "&q=";
        assertThat(jids(all + "JOSE")).containsExactly(JOSE);
        assertThat(jids(all + "alvar")).containsExactly(JOSE);
        assertThat(jids(all + "coracao")).containsExactly(GROUP);
        assertThat(jids(all + "%2B55+(11)+99999-8104")).containsExactly(PARTNER);
        assertThat(jids(all + JOSE_LID)).containsExactly(JOSE);
        assertThat(jids(all + "nobody")).isEmpty();
        assertThat(jids(all + "somebody&limit=1")).containsExactlyInAnyOrder(JOSE, MEMBER, PARTNER);
    }

    @Test
    void aCallerWithGroupsSeesTheseAndTheirPeople() {
        WebTestClient limited = store.caller(Set.of(GROUP, PARTNER), GROUPS_READ);
        assertThat(jids(limited, "/contacts?limit=1")).containsExactlyInAnyOrder(GROUP, JOSE, MEMBER);
        assertThat(jids(limited, "/contacts?account=" + OTHER)).isEmpty();
        assertThat(jids(store.caller(Set.of(), GROUPS_READ), "/contacts")).isEmpty();
    }

    private static List<String> jids(String path) {
        return jids(client, path);
    }

    private static List<String> jids(WebTestClient caller, String path) {
        return store.items(caller, path).stream()
                .map(item -> item.path("jid").asString())
                .toList();
    }
}
