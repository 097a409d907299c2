package groupwatch.store.query;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Direct chats: of one account, by either identity of the other side; two accounts' chats never mix. */
class DirectChatIT {

    private static final String PHONE = "5511999997901@s.whatsapp.net";
    private static final String LID = "188880000007901@lid";
    private static final String ONLY_SOUTH = "5511999997902@s.whatsapp.net";
    private static final String GROUP = "120363000000007901@g.us";
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

    private static RunningStore store;
    private static WebTestClient client;

    /** Both accounts have messages of the same ids with the same person; some were told under the LID. */
    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(MESSAGES_READ);
        store.store(
                Webhooks.text(GROUP, "LINK", LID + "=" + PHONE, AT, "who is who"),
                direct("direct-norte", PHONE, "D1", 0, "north one"),
                direct("direct-norte", LID, "D2", 1, "north two"),
                direct("direct-norte", PHONE, "D3", 2, "north three"),
                direct("direct-sul", LID, "D1", 0, "south one"),
                direct("direct-sul", PHONE, "D2", 1, "south two"),
                direct("direct-sul", ONLY_SOUTH, "D4", 0, "south alone"));
    }

    private static String direct(String account, String chat, String id, int second, String text) {
        return Webhooks.message(
                account, chat, id, "", AT.plusSeconds(second), "\"conversation\":\"" + text + "\"", "conversation");
    }

    @ParameterizedTest
    @ValueSource(strings = {PHONE, LID, "5511999997901"})
    void eitherIdentityFindsTheWholeChatOfOneAccount(String jid) {
        assertThat(texts("/chats/" + jid + "/messages?account=direct-norte&limit=1"))
                .containsExactly("north three", "north two", "north one");
        assertThat(texts("/chats/" + jid + "/messages?account=direct-sul&order=asc"))
                .containsExactly("south one", "south two");
    }

    @Test
    void theAccountMustBeNamedOnlyWhereThereAreSeveral() {
        assertThat(texts("/chats/" + ONLY_SOUTH + "/messages")).containsExactly("south alone");
        client.get()
                .uri("/chats/" + PHONE + "/messages")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("account");
        client.get()
                .uri("/chats/" + PHONE + "/messages?account=nobody")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void allParametersWorkAsInGroups() {
        String path = "/chats/" + PHONE + "/messages?account=direct-norte";
        assertThat(store.json(client, path + "&around=D2&limit=3")
                        .path("around")
                        .asString())
                .isEqualTo("D2");
        assertThat(texts(path + "&sender=" + LID)).hasSize(3);
        assertThat(texts(path + "&sender=5511999990000")).isEmpty();
        assertThat(texts(path + "&has=media")).isEmpty();
        assertThat(texts(path + "&from=2026-11-01T10:00:01Z&to=2026-11-01T10:00:02Z"))
                .containsExactly("north two");
        client.get().uri(path + "&around=D4").exchange().expectStatus().isNotFound();
    }

    @Test
    void messagesAreFoundByTheirIdsInTheirChatOnly() {
        String path = "/chats/" + LID + "/messages?account=direct-sul&ids=";
        assertThat(texts(path + "D2,nothing,D1")).containsExactly("south two", "south one");
        assertThat(texts(path + "D4")).as("a chat with somebody else").isEmpty();
        assertThat(texts("/chats/" + ONLY_SOUTH + "/messages?ids=D4,D1")).containsExactly("south alone");
        assertThat(texts("/chats/" + GROUP + "/messages?ids=LINK,D1")).containsExactly("who is who");
        for (String wrong : List.of(
                "/chats/" + PHONE + "/messages?ids=D1",
                path + "D1&limit=5",
                "/groups/" + GROUP + "/messages?ids=LINK&account=loja-norte")) {
            client.get().uri(wrong).exchange().expectStatus().isBadRequest();
        }
    }

    @Test
    void aGroupAnswersLikeAmongTheGroups() {
        assertThat(store.json(client, "/chats/" + GROUP + "/messages"))
                .isEqualTo(store.json(client, "/groups/" + GROUP + "/messages"));
    }

    @Test
    void aCallerWithGroupsSeesNone() {
        WebTestClient limited = store.caller(Set.of(GROUP, PHONE, LID), MESSAGES_READ);
        for (String path : List.of(
                "/chats/" + PHONE + "/messages",
                "/chats/" + PHONE + "/messages?account=direct-norte",
                "/chats/" + LID + "/messages?account=direct-norte",
                "/chats/" + ONLY_SOUTH + "/messages",
                "/chats/120363000000007999@g.us/messages")) {
            limited.get().uri(path).exchange().expectStatus().isNotFound();
        }
        limited.get()
                .uri("/chats/" + GROUP + "/messages")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static List<String> texts(String path) {
        return Stream.of(path)
                .flatMap(one -> store.items(client, one).stream())
                .map(item -> item.path("text").asString())
                .toList();
    }
}
