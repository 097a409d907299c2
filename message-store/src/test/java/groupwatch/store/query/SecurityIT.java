package groupwatch.store.query;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.GROUPS_WRITE;
import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static groupwatch.kit.security.Scopes.RAW_READ;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who gets in, and what the others are told. */
class SecurityIT {

    private static final String GROUP = "120363000000007001@g.us";
    private static final String OTHER = "120363000000007002@g.us";
    private static final String DIRECT = "5511999997001@s.whatsapp.net";
    private static final String STRANGER = "5511999997009@s.whatsapp.net";
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

    private static RunningStore store;

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        store.store(
                Webhooks.text(GROUP, "SEC1", "5511999990001@s.whatsapp.net", AT, "in the group"),
                Webhooks.text(OTHER, "SEC2", "5511999990001@s.whatsapp.net", AT, "in the other"),
                Webhooks.message(
                        "security-sul", OTHER, "SEC4", STRANGER, AT, "\"conversation\":\"a stranger\"", "conversation"),
                Webhooks.text(DIRECT, "SEC3", "", AT, "in private"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /groups, groups:read",
        "GET, /groups/120363000000007001@g.us, groups:read",
        "PATCH, /groups/120363000000007001@g.us, groups:write",
        "GET, /groups/120363000000007001@g.us/messages, messages:read",
        "GET, /messages/SEC1, messages:read",
        "GET, /chats/120363000000007001@g.us/messages, messages:read",
        "GET, /chats/5511999997001@s.whatsapp.net/messages, messages:read",
        "GET, /groups/120363000000007001@g.us/participants, groups:read",
        "GET, /contacts, groups:read",
        "GET, /accounts/loja-norte/chats, groups:read",
        "GET, /calls, messages:read",
        "GET, /people/5511999990001, groups:read",
        "GET, /people/5511999990001/messages, messages:read",
    })
    void refusesWithoutTokenOrScopeAndLetsInWithIt(String method, String path, String scope) {
        ask(store.anonymous(), method, path)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        ask(
                        store.anonymous()
                                .mutate()
                                .defaultHeader("Authorization", "Bearer not.a.token")
                                .build(),
                        method,
                        path)
                .expectStatus()
                .isUnauthorized();
        ask(store.caller("suite:read", "groups:nothing"), method, path)
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        ask(store.caller(scope), method, path).expectStatus().isOk();
        ask(store.caller("*"), method, path).expectStatus().isOk();
    }

    @Test
    void readingIsNotWriting() {
        ask(store.caller(GROUPS_READ, MESSAGES_READ, RAW_READ), "PATCH", "/groups/" + GROUP)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void rawEventsNeedTheirOwnScope() {
        ask(store.caller(MESSAGES_READ), "GET", "/messages/SEC1?raw=true")
                .expectStatus()
                .isForbidden();
        ask(store.caller(MESSAGES_READ, RAW_READ), "GET", "/messages/SEC1?raw=true")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.raw[0].body.data.key.id")
                .isEqualTo("SEC1");
    }

    @Test
    void aCallerWithGroupsSeesNothingElse() {
        WebTestClient limited = store.caller(Set.of(GROUP), GROUPS_READ, GROUPS_WRITE, MESSAGES_READ);
        ask(limited, "GET", "/groups/" + GROUP).expectStatus().isOk();
        ask(limited, "GET", "/messages/SEC1").expectStatus().isOk();
        ask(limited, "GET", "/groups")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].jid")
                .isEqualTo(GROUP);
        for (String path : Set.of(
                "/groups/" + OTHER,
                "/groups/" + OTHER + "/messages",
                "/groups/" + OTHER + "/participants",
                "/chats/" + OTHER + "/messages",
                "/chats/" + DIRECT + "/messages",
                "/people/" + STRANGER,
                "/people/" + STRANGER + "/messages",
                "/accounts/security-sul/chats",
                "/messages/SEC2",
                "/messages/SEC3")) {
            ask(limited, "GET", path).expectStatus().isNotFound();
        }
        ask(limited, "PATCH", "/groups/" + OTHER).expectStatus().isNotFound();
        ask(store.caller(Set.of(), GROUPS_READ), "GET", "/groups")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        ask(store.caller(Set.of(DIRECT), MESSAGES_READ), "GET", "/messages/SEC3")
                .expectStatus()
                .isNotFound();
        ask(store.caller(MESSAGES_READ), "GET", "/messages/SEC3").expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/groups?limit=0, limit",
        "/groups?limit=501, limit",
        "/groups?limit=ten, limit",
        "/groups?cursor=%27, cursor",
        "/groups?offset=3, offset",
        "/groups/nobody, jid",
        "/groups/5511999990001@s.whatsapp.net, jid",
        "/groups/120363000000007001@g.us/messages?limit=-1, limit",
        "/groups/120363000000007001@g.us/messages?cursor=abc, cursor",
        "/groups/120363000000007001@g.us/messages?from=yesterday, from",
        "/groups/120363000000007001@g.us/messages?to=2026-13-01, to",
        "/groups/120363000000007001@g.us/messages?from=2026-02-01&to=2026-01-01, to",
        "/groups/120363000000007001@g.us/messages?type=telegram, type",
        "/groups/120363000000007001@g.us/messages?order=up, order",
        "/groups/120363000000007001@g.us/messages?has=links, has",
        "/groups/120363000000007001@g.us/messages?sender=!, sender",
        "/groups/120363000000007001@g.us/messages?limit=1&limit=2, limit",
        "/groups/x@g.us/messages, jid",
        "/groups/120363000000007001@g.us/messages?around=2026-02-30, around",
        "/groups/120363000000007001@g.us/messages?around=SEC1&cursor=MTc5MzUyNzIwMDAwMDAwMABTRUMxAEcAAA, around",
        "/groups/120363000000007001@g.us/messages?account=, account",
        "/groups/120363000000007001@g.us/messages?ids=, ids",
        "/groups/120363000000007001@g.us/messages?ids=SEC1&around=SEC1, around",
        "/groups/120363000000007001@g.us/messages?ids=SEC1&cursor=MTc5MzUyNzIwMDAwMDAwMABTRUMxAEcAAA, cursor",
        "/chats/!/messages, jid",
        "/chats/x@g.us/messages, jid",
        "/chats/5511999997001@s.whatsapp.net/messages?offset=1, offset",
        "/chats/5511999997001@s.whatsapp.net/messages?sender=!, sender",
        "/groups/120363000000007001@g.us/participants?left=maybe, left",
        "/groups/120363000000007001@g.us/participants?cursor=%27, cursor",
        "/groups/nobody/participants, jid",
        "/contacts?type=person, type",
        "/contacts?cursor=%27, cursor",
        "/contacts?name=Ana, name",
        "/contacts?q=, q",
        "/accounts/loja-norte/chats?limit=0, limit",
        "/accounts/%20/chats, id",
        "/calls?person=!, person",
        "/calls?type=text, type",
        "/calls?from=2026-02-01&to=2026-01-01, to",
        "/people/!, jid",
        "/people/120363000000007001@g.us, jid",
        "/people/5511999990001?limit=1, limit",
        "/people/5511999990001/messages?sender=5511999990001, sender",
        "/people/5511999990001/messages?around=SEC1, around",
        "/people/5511999990001/messages?cursor=abc, cursor",
        "/messages/SEC1?chat=!, chat",
        "/messages/SEC1?raw=maybe, raw",
        "/messages/%20, id",
    })
    void namesTheBadParameter(String path, String parameter) {
        ask(store.caller("*"), "GET", path)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "/groups/120363000000009999@g.us",
        "/groups/120363000000009999@g.us/messages",
        "/groups/120363000000009999@g.us/messages?ids=SEC1",
        "/messages/NOBODY",
        "/groups/120363000000009999@g.us/participants",
        "/groups/120363000000007001@g.us/messages?around=NOBODY",
        "/groups/120363000000007001@g.us/messages?around=SEC2",
        "/groups/120363000000007001@g.us/messages?account=nobody",
        "/chats/120363000000009999@g.us/messages",
        "/chats/5511999997099@s.whatsapp.net/messages",
        "/accounts/nobody/chats",
        "/people/5511999997099",
        "/people/5511999997099/messages",
        "/messages/SEC1?chat=120363000000007002@g.us",
        "/nothing",
    })
    void whatIsNotThereIsNotFound(String path) {
        ask(store.caller("*"), "GET", path)
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"monitored\":\"no\"} | monitored",
                "{\"monitored\":null} | monitored",
                "{\"monitored\":false,\"name\":\"mine\"} | name",
            })
    void refusesAWrongPatchByName(String body, String parameter) {
        patch(GROUP, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(parameter);
    }

    @Test
    void refusesAPatchThatIsNoObject() {
        patch(GROUP, "[]").expectStatus().isBadRequest();
        patch(GROUP, "{").expectStatus().isBadRequest();
        patch("120363000000009999@g.us", "{\"monitored\":true}").expectStatus().isNotFound();
    }

    private static WebTestClient.ResponseSpec patch(String group, String body) {
        return store.caller(GROUPS_WRITE)
                .patch()
                .uri("/groups/" + group)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.ResponseSpec ask(WebTestClient client, String method, String path) {
        WebTestClient.RequestBodySpec request =
                client.method(HttpMethod.valueOf(method)).uri(java.net.URI.create(baseOf(path)));
        return method.equals("PATCH")
                ? request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"monitored\":true}")
                        .exchange()
                : request.exchange();
    }

    /** A URI that is encoded already. */
    private static String baseOf(String path) {
        return store.base() + path;
    }
}
