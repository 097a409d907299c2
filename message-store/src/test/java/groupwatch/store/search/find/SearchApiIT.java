package groupwatch.store.search.find;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.store.search.index.IndexJob;
import groupwatch.store.search.words.GroupLanguages;
import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The search over HTTP: what is answered, to whom, and what is refused. */
class SearchApiIT {

    private static final String GROUP = "120363000000008101@g.us";
    private static final String OTHER = "120363000000008102@g.us";
    private static final String ANA = "5511999998101@s.whatsapp.net";
    private static final String DIRECT = "5511999998102@s.whatsapp.net";
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

    private static RunningStore store;
    private static WebTestClient client;

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(MESSAGES_READ);
        store.store(
                Webhooks.groups(GROUP, "Xadrez às quintas", "2026-11-01T00:00:00.000Z", ""),
                Webhooks.text(GROUP, "S1", ANA, AT, "primeiro xilofone"),
                Webhooks.text(GROUP, "S2", ANA, AT.plusSeconds(1), "👍🏽 o XILÓFONE azul"),
                Webhooks.text(GROUP, "S3", "5511999998103@s.whatsapp.net", AT.plusSeconds(2), "nada disso"),
                Webhooks.text(OTHER, "S4", ANA, AT.plusSeconds(3), "xilofone de fora"),
                Webhooks.text(DIRECT, "S5", "", AT.plusSeconds(4), "xilofone em particular"));
    }

    @Test
    void aHitShowsItsMessageItsGroupAndWhatWasFound() {
        search(client, "xilofone in:\"xadrez as quintas\"", "&limit=1&context=1")
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].message.id")
                .isEqualTo("S2")
                .jsonPath("$.items[0].group.jid")
                .isEqualTo(GROUP)
                .jsonPath("$.items[0].group.name")
                .isEqualTo("Xadrez às quintas")
                .jsonPath("$.items[0].highlights[0].field")
                .isEqualTo("text")
                .jsonPath("$.items[0].highlights[0].start")
                .isEqualTo(7)
                .jsonPath("$.items[0].highlights[0].end")
                .isEqualTo(15)
                .jsonPath("$.items[0].rank")
                .doesNotExist()
                .jsonPath("$.items[0].before[0].id")
                .isEqualTo("S1")
                .jsonPath("$.items[0].after[0].id")
                .isEqualTo("S3")
                .jsonPath("$.next")
                .exists()
                .jsonPath("$.searched.complete")
                .isEqualTo(true);
    }

    @Test
    void byRankTheBetterHitComesFirst() {
        search(client, "xilofone azul OR primeiro in:" + GROUP, "&sort=rank")
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].rank")
                .isNumber()
                .jsonPath("$.searched.ranked")
                .isEqualTo(2);
    }

    @Test
    void aCallerWithGroupsFindsNothingElse() {
        WebTestClient limited = store.caller(Set.of(GROUP), MESSAGES_READ);
        assertThat(ids(client, "xilofone")).containsExactly("S5", "S4", "S2", "S1");
        assertThat(ids(limited, "xilofone")).containsExactly("S2", "S1");
        assertThat(ids(limited, "xilofone in:" + OTHER)).isEmpty();
        assertThat(ids(limited, "xilofone OR in:" + OTHER)).containsExactly("S2", "S1");
        assertThat(ids(limited, "xilofone in:" + DIRECT)).isEmpty();
        assertThat(ids(store.caller(Set.of(DIRECT), MESSAGES_READ), "xilofone")).isEmpty();
        assertThat(ids(store.caller(Set.of(), MESSAGES_READ), "xilofone")).isEmpty();
    }

    @Test
    void explainsWhatItUnderstood() {
        explain(client, "{\"q\":\"xilofone -from:Ninguem in:xadrez !! after:2026-01-01\",\"tz\":\"America/Sao_Paulo\"}")
                .jsonPath("$.sentence")
                .value(
                        String.class,
                        sentence -> assertThat(sentence)
                                .contains("xilofone", "Ninguem", "Xadrez às quintas", "2026-01-01T03:00:00Z"))
                .jsonPath("$.tree.all[0].words[0]")
                .isEqualTo("xilofone")
                .jsonPath("$.tree.all[1].not.from")
                .isEqualTo("Ninguem")
                .jsonPath("$.tree.all[2].chats[0].jid")
                .isEqualTo(GROUP)
                .jsonPath("$.from")
                .isEqualTo("2026-01-01T03:00:00Z")
                .jsonPath("$.to")
                .doesNotExist()
                .jsonPath("$.warnings")
                .value(List.class, warnings -> assertThat(warnings.toString()).contains("“Ninguem”", "“!!”"));
    }

    @Test
    void explainTellsNobodyWhomTheyMayNotSee() {
        explain(store.caller(Set.of(OTHER), MESSAGES_READ), "{\"q\":\"from:5511999998103 in:xadrez in:" + GROUP + "\"}")
                .jsonPath("$.tree.all[0].people.length()")
                .isEqualTo(0)
                .jsonPath("$.tree.all[1].chats.length()")
                .isEqualTo(0)
                .jsonPath("$.tree.all[2].chats.length()")
                .isEqualTo(0);
        explain(store.caller(Set.of(GROUP), MESSAGES_READ), "{\"q\":\"from:5511999998103\"}")
                .jsonPath("$.tree.people.length()")
                .isEqualTo(1);
    }

    @Test
    void aGroupWithALanguageIsFoundByOtherFormsOfAWordAndSoIsWhatWasStoredBefore() {
        String german = "120363000000008103@g.us";
        store.store(
                Webhooks.text(german, "L1", ANA, AT, "zwei Zwergkatzen"),
                Webhooks.text(german, "L2", ANA, AT.plusSeconds(1), "eine Zwergkatze"));
        assertThat(ids(client, "zwergkatze in:" + german)).containsExactly("L2");
        store.database()
                .execute("INSERT INTO store.group_options (group_jid, language) VALUES ('" + german + "', 'de')");
        awaitIndexed(german, "zwergkatze in:" + german, "L2", "L1");
        assertThat(ids(client, "-zwergkatze in:" + german)).isEmpty();
        assertThat(ids(client, "\"zwergkatze\" in:" + german)).containsExactly("L2");
        assertThat(ids(client, "zwergkatze")).as("all groups: words only").containsExactly("L2");
        store.store(Webhooks.text(german, "L3", ANA, AT.plusSeconds(2), "viele Zwergkatzen"));
        assertThat(ids(client, "zwergkatze in:" + german)).containsExactly("L3", "L2", "L1");
        search(client, "zwergkatze in:" + german, "")
                .jsonPath("$.items[0].highlights[0].start")
                .isEqualTo(6)
                .jsonPath("$.items[0].highlights[0].end")
                .isEqualTo(17);
    }

    /** A change is noticed, settles, and is worked off, by us or by the service's own runs, which may have other things to do first. */
    private static void awaitIndexed(String group, String query, String... expected) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            store.get(IndexJob.class).run().block();
            store.database()
                    .execute("UPDATE store.search_languages SET since = since - interval '"
                            + GroupLanguages.SETTLED.toSeconds() + " seconds' WHERE group_jid = '" + group + "'");
            assertThat(ids(client, query)).containsExactly(expected);
        });
    }

    @Test
    void whatWasStoredBeforeThereWasASearchIsIndexed() {
        store.store(Webhooks.text(GROUP, "OLD1", ANA, AT.minusSeconds(60), "ornitorrinco"));
        store.database().execute("UPDATE store.messages SET words = NULL WHERE id = 'OLD1'");
        awaitIndexed(GROUP, "ornitorrinco", "OLD1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/search | q",
                "/search?q=%20 | q",
                "/search?q=%22a | q",
                "/search?q=type:nothing | q",
                "/search?q=a&sort=best | sort",
                "/search?q=a&limit=0 | limit",
                "/search?q=a&limit=501 | limit",
                "/search?q=a&context=6 | context",
                "/search?q=a&tz=Mars | tz",
                "/search?q=a&cursor=x | cursor",
                "/search?q=a&group=x | group",
                "/search?q=a&q=b | q",
            })
    void refusesWhatItDoesNotUnderstand(String path, String parameter) {
        client.get()
                .uri(URI.create(store.base() + path))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(parameter);
    }

    @Test
    void aCursorBelongsToItsOrder() {
        List<String> next = new ArrayList<>();
        search(client, "xilofone", "&limit=1").jsonPath("$.next").value(String.class, next::add);
        client.get()
                .uri("/search?q=xilofone&sort=rank&cursor=" + next.getFirst())
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("cursor");
    }

    @Test
    void needsItsScope() {
        store.anonymous().get().uri("/search?q=a").exchange().expectStatus().isUnauthorized();
        store.caller("groups:read")
                .get()
                .uri("/search?q=a")
                .exchange()
                .expectStatus()
                .isForbidden();
        store.caller("groups:read")
                .post()
                .uri("/search/explain")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"q\":\"a\"}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | q",
                "{\"q\":\"\"} | q",
                "{\"q\":7} | q",
                "{\"q\":\"a\",\"tz\":\"Mars\"} | tz",
                "{\"q\":\"a\",\"x\":1} | x"
            })
    void refusesToExplainWhatIsNoQuery(String body, String parameter) {
        client.post()
                .uri("/search/explain")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(parameter);
    }

    private static WebTestClient.BodyContentSpec search(WebTestClient client, String q, String more) {
        String encoded = URLEncoder.encode(q, StandardCharsets.UTF_8).replace("+", "%20");
        return client.get()
                .uri(URI.create(store.base() + "/search?q=" + encoded + more))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static WebTestClient.BodyContentSpec explain(WebTestClient client, String body) {
        return client.post()
                .uri("/search/explain")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static List<String> ids(WebTestClient client, String q) {
        List<String> ids = new ArrayList<>();
        search(client, q, "")
                .jsonPath("$.items[*].message.id")
                .value(List.class, all -> all.forEach(id -> ids.add((String) id)));
        return ids;
    }
}
